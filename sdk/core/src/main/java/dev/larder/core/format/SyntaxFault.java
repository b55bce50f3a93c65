package dev.larder.core.format;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a text is not what its format allows, and why, for whoever wrote it. A parser's own words
 * are for whoever wrote the parser.
 *
 * @param format what the text should be, such as JSON
 * @param line where it is not, from 1; 0 where that is not known
 * @param column where in the line, from 1
 * @param reason why; empty where nothing is known that says more than the place
 */
public record SyntaxFault(String format, int line, int column, String reason) {

  /** What is in a parser's words, and what it means. */
  private record Meaning(String words, String reason) {}

  /** The first that is there counts. */
  private static final List<Meaning> MEANINGS =
      List.of(
          new Meaning("closing quote", "a text has no end"),
          new Meaning("end-of-input", "it ends too early"),
          new Meaning("Premature end", "it ends too early"),
          new Meaning("Newline not permitted", "the line ends too early"),
          new Meaning("Duplicate", "a name is there twice"),
          new Meaning("redefined", "a name is there twice"),
          new Meaning("existing non-object", "a name is there twice"),
          new Meaning("unquoted character", "a text has a line break or a control character in it"),
          new Meaning("escape", "a backslash stands before what needs none"),
          new Meaning("ontrol character", "there is a control character"),
          new Meaning("CTRL-CHAR", "there is a control character"),
          new Meaning("eading zero", "a number begins with 0"),
          new Meaning("Zero-prefixed", "a number begins with 0"),
          new Meaning("More data after", "something follows a value in its line"),
          new Meaning("nesting depth", "it is nested too deeply"),
          new Meaning("Number value length", "a number is too long"),
          new Meaning("Name length", "a name is too long"),
          new Meaning("String value length", "a text is too long"),
          new Meaning("Unexpected", "something else should be there"),
          new Meaning("Unrecognized token", "something else should be there"),
          new Meaning("Unknown token", "something else should be there"));

  /** A fault that this project found, in words that need no other ones. */
  static final class Found extends JsonProcessingException {

    private static final long serialVersionUID = 1L;

    Found(String reason, JsonLocation place) {
      super(reason, place);
    }
  }

  /**
   * What a parser found.
   *
   * @param format what it parses
   */
  public static SyntaxFault of(String format, JacksonException e) {
    JsonLocation place = e.getLocation();
    return new SyntaxFault(
        format,
        place == null ? 0 : Math.max(0, place.getLineNr()),
        place == null ? 0 : Math.max(0, place.getColumnNr()),
        reason(e));
  }

  /** The same of a text that is only a part of a file, and begins in this line of it. */
  public SyntaxFault from(int firstLine) {
    return new SyntaxFault(format, line == 0 ? firstLine : firstLine + line - 1, column, reason);
  }

  /** Goes on after "it is". */
  public String text() {
    return "not valid %s%s%s"
        .formatted(
            format,
            line == 0 ? "" : " in line %d, column %d".formatted(line, column),
            reason.isEmpty() ? "" : ": " + reason);
  }

  private static String reason(JacksonException e) {
    @Nullable String words = e.getOriginalMessage();
    if (words == null || e instanceof Found) {
      return String.valueOf(words);
    }
    return MEANINGS.stream()
        .filter(meaning -> words.contains(meaning.words))
        .map(Meaning::reason)
        .findFirst()
        .orElse("");
  }
}
