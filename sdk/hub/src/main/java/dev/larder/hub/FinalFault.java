package dev.larder.hub;

import java.io.IOException;

/** A fault that trying again does not mend. */
final class FinalFault extends IOException {

  private static final long serialVersionUID = 1L;

  FinalFault(String problem) {
    super(problem);
  }
}
