package dev.larder.hub;

import org.jspecify.annotations.Nullable;

/** A fault that trying again does not mend. */
final class FinalFault extends HttpFault {

  private static final long serialVersionUID = 1L;

  FinalFault(String problem) {
    this(problem, null);
  }

  FinalFault(String problem, @Nullable String remedy) {
    super(problem, remedy);
  }
}
