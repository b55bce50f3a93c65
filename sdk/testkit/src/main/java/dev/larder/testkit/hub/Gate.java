package dev.larder.testkit.hub;

/** Whether terms have to be accepted before files are given out, and who decides on it. */
enum Gate {
  NONE,
  /** Accepting is enough. */
  AUTO,
  /** Somebody has to approve. */
  MANUAL
}
