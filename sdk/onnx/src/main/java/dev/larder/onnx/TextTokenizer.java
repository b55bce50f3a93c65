package dev.larder.onnx;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.larder.api.CorruptModelException;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.engine.InstalledModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Splits texts into the tokens of a model, however many there are.
 *
 * <p>Safe for use by many threads at once, except while it is closed.
 */
final class TextTokenizer implements AutoCloseable {

  /**
   * A tokenizer file has limits of its own, often shorter than the model's, and the library has
   * defaults; both are switched off, so that a text's real length is known.
   */
  private static final Map<String, String> WHOLE_TEXTS =
      Map.of("addSpecialTokens", "true", "truncation", "false", "padding", "false");

  private final HuggingFaceTokenizer tokenizer;
  private final long highestId;

  private TextTokenizer(HuggingFaceTokenizer tokenizer, long highestId) {
    this.tokenizer = tokenizer;
    this.highestId = highestId;
  }

  /**
   * Reads a model's tokenizer file.
   *
   * @throws CorruptModelException if there is none, or it is not one
   * @throws ai.djl.engine.EngineException if there is no native library for this platform
   */
  static TextTokenizer open(InstalledModel model) {
    Path file = model.file(FileRole.TOKENIZER);
    TokenizerLibrary.load();
    try (InputStream json = Files.newInputStream(file)) {
      long highestId = TokenizerVocabulary.highestId(file);
      return new TextTokenizer(HuggingFaceTokenizer.newInstance(json, WHOLE_TEXTS), highestId);
    } catch (NoSuchFileException e) {
      throw new CorruptModelException(
          model.label(), file.toString(), "its tokenizer is missing", e);
    } catch (IOException | RuntimeException e) {
      throw new CorruptModelException(
          model.label(), file.toString(), "its tokenizer cannot be read", e);
    }
  }

  /** The tokens of a text, all of them. */
  Tokens tokenize(String text) {
    return tokens(tokenizer.encode(text));
  }

  /** The tokens of two texts that are read together, all of them. */
  Tokens tokenize(String text, String other) {
    return tokens(tokenizer.encode(text, other));
  }

  private static Tokens tokens(Encoding encoding) {
    return new Tokens(
        encoding.getIds(), encoding.getTypeIds(), closingTokens(encoding.getSpecialTokenMask()));
  }

  /** The highest id of the vocabulary, or -1 where it is not known. */
  long highestId() {
    return highestId;
  }

  @Override
  public void close() {
    tokenizer.close();
  }

  /**
   * How many special tokens end a text. All of them may be special: at least one is taken for the
   * beginning, if there are two.
   */
  private static int closingTokens(long[] specialTokenMask) {
    int most = specialTokenMask.length / 2;
    int count = 0;
    while (count < most && specialTokenMask[specialTokenMask.length - 1 - count] == 1) {
      count++;
    }
    return count;
  }
}
