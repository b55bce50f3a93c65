package dev.larder.onnx;

import dev.larder.api.CorruptModelException;
import dev.larder.api.EngineException;
import dev.larder.api.UnsupportedArchitectureException;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.engine.InstalledModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds out at opening, by a short run, what would otherwise come up at some text later: that
 * tokenizer and network do not belong together, or that the vectors are not the model's.
 *
 * @param dimensions how many numbers the model is to give for a text
 */
record ModelCheck(
    InstalledModel model, TextTokenizer tokenizer, TextEncoder encoder, int dimensions) {

  /** No table has so many rows; whoever takes it as well has none. */
  private static final long NO_TOKEN = 1 << 30;

  /**
   * @throws CorruptModelException if the model cannot be used
   * @throws UnsupportedArchitectureException if what it gives is no vector
   */
  void run() {
    Tokens empty = tokenizer.tokenize("");
    TokenIds ids = tokenizer.ids();
    long highest = ids.highest();
    Tokens text = empty.followedBy(Math.max(0, highest));
    float[] vector;
    try {
      vector = encode(text);
    } catch (EngineException e) {
      throw corrupt(problem(empty.followedBy(0), highest), e);
    }
    if (vector.length != dimensions) {
      throw corrupt(
          "its vectors have %d dimensions, not %d".formatted(vector.length, dimensions), null);
    }
    if (ids.areCountedBy(vector.length)) {
      throw new UnsupportedArchitectureException(
          model.label(),
          "%s, %s: its output %s has a number for each token of the vocabulary, which is no vector"
              .formatted(
                  model.variant().format(),
                  model.variant().architecture(),
                  encoder.network().output()),
          "use another variant or another export of the model");
    }
    requireAllTokens(empty, ids);
  }

  /** A network with many more rows than tokens was trained with another tokenizer. */
  private void requireAllTokens(Tokens empty, TokenIds ids) {
    if (ids.highest() >= 0
        && isRun(empty.followedBy(ids.beyond()))
        && !isRun(empty.followedBy(NO_TOKEN))) {
      throw corrupt(
          "its tokenizer is that of another model: it has %d tokens, and the network more than %d"
              .formatted(ids.count(), ids.beyond()),
          null);
    }
  }

  private boolean isRun(Tokens text) {
    try {
      encode(text);
      return true;
    } catch (EngineException e) {
      return false;
    }
  }

  /** What is wrong where the highest token cannot be run. */
  private String problem(Tokens ordinary, long highest) {
    return !isRun(ordinary)
        ? "its network cannot be run"
        : "its tokenizer is that of another model, whose token %d it does not know"
            .formatted(highest);
  }

  private float[] encode(Tokens text) {
    return encoder.requireNumbers("a token", encoder.encode(List.of(text)).get(0));
  }

  private CorruptModelException corrupt(String problem, @Nullable EngineException cause) {
    return new CorruptModelException(
        model.label(), model.file(FileRole.MODEL).toString(), problem, cause);
  }
}
