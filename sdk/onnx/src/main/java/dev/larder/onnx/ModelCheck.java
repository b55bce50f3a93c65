package dev.larder.onnx;

import dev.larder.api.CorruptModelException;
import dev.larder.api.EngineException;
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

  /**
   * @throws CorruptModelException if the model cannot be used
   */
  void run() {
    Tokens empty = tokenizer.tokenize("");
    long highest = tokenizer.highestId();
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
  }

  /** What is wrong where the highest token cannot be run. */
  private String problem(Tokens ordinary, long highest) {
    try {
      encode(ordinary);
    } catch (EngineException e) {
      return "its network cannot be run";
    }
    return "its tokenizer is that of another model, whose token %d it does not know"
        .formatted(highest);
  }

  private float[] encode(Tokens text) {
    return encoder.encode(List.of(text)).get(0);
  }

  private CorruptModelException corrupt(String problem, @Nullable EngineException cause) {
    return new CorruptModelException(
        model.label(), model.file(FileRole.MODEL).toString(), problem, cause);
  }
}
