package dev.larder.core.catalog;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A prefix in which a model is told what its queries are for.
 *
 * @param before what precedes the task
 * @param after what separates it from the query
 */
record TaskPrefix(String before, String after) {

  /**
   * The forms in use: that of the E5 models and of Qwen3-Embedding, and that of EmbeddingGemma, as
   * their model cards have them.
   */
  private static final Pattern FORM =
      Pattern.compile("(Instruct: ).*(\\nQuery: ?)|(task: ).*( \\| query: )");

  static Optional<TaskPrefix> of(String prefix) {
    Matcher matcher = FORM.matcher(prefix);
    return matcher.matches() ? Optional.of(of(matcher.toMatchResult())) : Optional.empty();
  }

  private static TaskPrefix of(MatchResult match) {
    int first = match.group(1) == null ? 3 : 1;
    return new TaskPrefix(match.group(first), match.group(first + 1));
  }

  /** The prefix with a task. */
  String with(String task) {
    return before + task + after;
  }
}
