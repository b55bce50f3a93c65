package dev.larder.maven.verification;

import java.util.Locale;

/** How a model was found, and left. */
public enum Outcome {
  /** Every file has the bytes that were fetched. */
  INTACT,
  /** None of its files is there, which is nobody's fault. */
  REMOVED,
  /** Some files are not what was fetched. */
  WRONG,
  /** Some files were not, and were fetched again. */
  REPAIRED;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
