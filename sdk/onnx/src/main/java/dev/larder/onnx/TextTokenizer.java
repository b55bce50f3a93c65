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
import java.util.stream.LongStream;

/**
 * Splits texts into the tokens of a model and cuts them at what the model reads.
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
  private final int maxTokens;

  private TextTokenizer(HuggingFaceTokenizer tokenizer, long highestId, int maxTokens) {
    this.tokenizer = tokenizer;
    this.highestId = highestId;
    this.maxTokens = maxTokens;
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
      return new TextTokenizer(
          HuggingFaceTokenizer.newInstance(json, WHOLE_TEXTS),
          highestId,
          model.variant().maxTokens());
    } catch (NoSuchFileException e) {
      throw new CorruptModelException(
          model.label(), file.toString(), "its tokenizer is missing", e);
    } catch (IOException | RuntimeException e) {
      throw new CorruptModelException(
          model.label(), file.toString(), "its tokenizer cannot be read", e);
    }
  }

  /** The tokens of a text, at most as many as the model reads. */
  Tokens tokenize(String text) {
    Encoding encoding = tokenizer.encode(text);
    int length = encoding.getIds().length;
    if (length <= maxTokens) {
      return new Tokens(encoding.getIds(), encoding.getTypeIds(), 0);
    }
    int end = closingTokens(encoding.getSpecialTokenMask());
    return new Tokens(
        shortened(encoding.getIds(), end),
        shortened(encoding.getTypeIds(), end),
        length - maxTokens);
  }

  /** How many tokens a text has before anything is cut. */
  int count(String text) {
    return tokenizer.encode(text).getIds().length;
  }

  /** The highest id of the vocabulary, or -1 where it is not known. */
  long highestId() {
    return highestId;
  }

  @Override
  public void close() {
    tokenizer.close();
  }

  /** How many special tokens end every text: a shortened text has to end with them, too. */
  private static int closingTokens(long[] specialTokenMask) {
    int count = 0;
    while (count < specialTokenMask.length
        && specialTokenMask[specialTokenMask.length - 1 - count] == 1) {
      count++;
    }
    return count;
  }

  private long[] shortened(long[] values, int end) {
    return LongStream.concat(
            LongStream.of(values).limit(Math.max(0, maxTokens - end)),
            LongStream.of(values).skip(values.length - Math.min(end, maxTokens)))
        .toArray();
  }
}
