package dev.larder.hub;

/** A connection that could not be made, and what somebody can do about it. */
final class ConnectionFault extends HttpFault {

  private static final long serialVersionUID = 1L;

  private enum Prospect {
    PASSING,
    FINAL
  }

  private final Prospect prospect;

  private ConnectionFault(String problem, String remedy, Prospect prospect, Throwable cause) {
    super(problem, remedy);
    initCause(cause);
    this.prospect = prospect;
  }

  /** One that may be gone at the next try. */
  static ConnectionFault passing(String problem, String remedy, Throwable cause) {
    return new ConnectionFault(problem, remedy, Prospect.PASSING, cause);
  }

  /** One that trying again does not mend. */
  static ConnectionFault lasting(String problem, String remedy, Throwable cause) {
    return new ConnectionFault(problem, remedy, Prospect.FINAL, cause);
  }

  boolean isFinal() {
    return prospect == Prospect.FINAL;
  }
}
