package dev.larder.maven.questions;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something to be answered with yes or no.
 *
 * @param text without what can be answered
 * @param usual what the enter key alone means
 */
public record Question(String text, Answer usual) {

  /** What is shown. */
  String prompt() {
    return text + (usual == Answer.YES ? " [Y/n] " : " [y/N] ");
  }

  /**
   * What a line means; what is neither yes nor nothing is a no.
   *
   * @param line null where the person has gone
   */
  Answer answer(@Nullable String line) {
    if (line == null) {
      return Answer.NO;
    }
    return switch (line.strip().toLowerCase(Locale.ROOT)) {
      case "" -> usual;
      case "y", "yes" -> Answer.YES;
      default -> Answer.NO;
    };
  }
}
