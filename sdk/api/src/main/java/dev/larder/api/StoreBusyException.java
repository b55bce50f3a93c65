package dev.larder.api;

/** Another process or thread holds a lock of the store for too long. */
public final class StoreBusyException extends ModelException {

  private static final long serialVersionUID = 1L;

  /**
   * @param what what is locked
   * @param holder who holds it: process id, host, since when
   * @param waitedSeconds how long was waited for it
   */
  public StoreBusyException(String what, String holder, long waitedSeconds) {
    super(
        ErrorText.of("StoreBusy", "%s is locked, for over %d s.".formatted(what, waitedSeconds))
            .fact("Held by", holder)
            .toFix("wait for that process, or end it, and run the same command again"),
        null);
  }
}
