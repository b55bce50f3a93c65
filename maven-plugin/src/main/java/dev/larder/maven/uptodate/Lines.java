package dev.larder.maven.uptodate;

import java.util.Arrays;

/** Evidence as a line of text: {@code kind<TAB>state<TAB>subject}. */
final class Lines {

  private Lines() {}

  static String text(Evidence evidence) {
    return String.join(
        "\t", evidence.kind().name(), escape(evidence.state()), escape(evidence.subject()));
  }

  /**
   * @throws IllegalArgumentException if the line is none of these
   */
  static Evidence evidence(String line) {
    String[] parts = line.split("\t", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException(Arrays.toString(parts));
    }
    return new Evidence(
        Evidence.Kind.valueOf(parts[0]), parts[1].translateEscapes(), parts[2].translateEscapes());
  }

  /** Java's own escapes, for the characters that have a meaning here. */
  static String escape(String text) {
    return text.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }
}
