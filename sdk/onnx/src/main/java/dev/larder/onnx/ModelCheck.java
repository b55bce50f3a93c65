package dev.larder.onnx;

import dev.larder.api.CorruptModelException;
import dev.larder.api.EngineException;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.engine.InstalledModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds out at opening, by two short runs, what would otherwise come up at some text later: that
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
    float[] vector =
        encode(empty.length() > 0 ? empty : empty.followedBy(0), "its network cannot be run");
    if (vector.length != dimensions) {
      throw corrupt(
          "its vectors have %d dimensions, not %d".formatted(vector.length, dimensions), null);
    }
    long highest = tokenizer.highestId();
    if (highest >= 0) {
      encode(
          empty.followedBy(highest),
          "its tokenizer is that of another model, whose token %d it does not know"
              .formatted(highest));
    }
  }

  private float[] encode(Tokens text, String problem) {
    try {
      return encoder.encode(List.of(text)).get(0);
    } catch (EngineException e) {
      throw corrupt(problem, e);
    }
  }

  private CorruptModelException corrupt(String problem, @Nullable EngineException cause) {
    return new CorruptModelException(
        model.label(), model.file(FileRole.MODEL).toString(), problem, cause);
  }
}
