package dev.larder.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import dev.larder.api.CorruptModelException;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.engine.InstalledModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Splits texts into the tokens of a model, however many there are. The library's own class for that
 * would first look for graphics cards and report over the network that it is used, and fetch more
 * of each text than anybody reads.
 *
 * <p>Safe for use by many threads at once, except while it is closed.
 */
final class TextTokenizer implements AutoCloseable {

  private static final TokenizersLibrary LIBRARY = TokenizersLibrary.LIB;

  /** Four times the largest that is known, Gemma's of 33 MB for 262,144 tokens. */
  private static final long MOST_BYTES = 1 << 27;

  /** More than most texts have, in any language. */
  private static final int CHARACTERS_A_TOKEN = 6;

  /** Fewer take no time. */
  private static final long LEAST_CHARACTERS = 1024;

  private final long handle;
  private final TokenIds ids;
  private final TokenizerSteps steps;

  /** Known when the first long text has come. */
  private volatile @Nullable WordBoundaries boundaries;

  private TextTokenizer(long handle, TokenIds ids, TokenizerSteps steps) {
    this.handle = handle;
    this.ids = ids;
    this.steps = steps;
  }

  /**
   * Reads a model's tokenizer file.
   *
   * @throws CorruptModelException if there is none, or it is not one, or larger than any
   * @throws ai.djl.engine.EngineException if there is no native library for this platform
   */
  static TextTokenizer open(InstalledModel model) {
    Path file = model.file(FileRole.TOKENIZER);
    TokenizerLibrary.load();
    byte[] json = read(model, file);
    try {
      long handle = LIBRARY.createTokenizerFromString(new String(json, UTF_8));
      // The file has limits of its own, often shorter than the model's. Without them a text's real
      // length is known.
      LIBRARY.disableTruncation(handle);
      LIBRARY.disablePadding(handle);
      return new TextTokenizer(handle, TokenizerVocabulary.ids(json), TokenizerSteps.of(json));
    } catch (RuntimeException e) {
      throw corrupt(model, file, "its tokenizer cannot be read", e);
    }
  }

  private static byte[] read(InstalledModel model, Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw corrupt(model, file, "its tokenizer is larger than 128 MB", null);
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw corrupt(model, file, "its tokenizer is missing", e);
    } catch (IOException e) {
      throw corrupt(model, file, "its tokenizer cannot be read", e);
    }
  }

  private static CorruptModelException corrupt(
      InstalledModel model, Path file, String problem, @Nullable Throwable cause) {
    return new CorruptModelException(model.label(), file.toString(), problem, cause);
  }

  /**
   * The tokens of a text, all of them.
   *
   * @throws EncodingFault if it has something for which there is no token
   */
  Tokens tokenize(String text) {
    return tokens(() -> LIBRARY.encode(handle, text, true));
  }

  /**
   * The tokens of two texts that are read together, all of them.
   *
   * @throws EncodingFault if they have something for which there is no token
   */
  Tokens tokenize(String text, String other) {
    return tokens(() -> LIBRARY.encodeDual(handle, text, other, true));
  }

  /**
   * The tokens of a text, or of a part of it from its beginning: more of them than are read, which
   * are those of the whole text.
   *
   * @param most how many tokens are read
   * @throws EncodingFault if it has something for which there is no token
   */
  Tokens tokenize(String text, int most) {
    return beginning(text, most, this::tokenize);
  }

  /** The same of two texts that are read together, where the other one is long. */
  Tokens tokenize(String text, String other, int most) {
    return beginning(other, most, part -> tokenize(text, part));
  }

  private Tokens beginning(String text, int most, Function<String, Tokens> tokenizer) {
    long length = Math.max(LEAST_CHARACTERS, (long) CHARACTERS_A_TOKEN * most);
    // So that a text which is hardly too long is known to its end.
    while (2 * length < text.length()) {
      int cut = boundaries().next(text, (int) length);
      if (cut == text.length()) {
        break;
      }
      Tokens tokens = tokenizer.apply(text.substring(0, cut));
      if (tokens.length() > most) {
        return tokens;
      }
      length = 2 * Math.max(length, cut);
    }
    return tokenizer.apply(text);
  }

  private WordBoundaries boundaries() {
    WordBoundaries known = boundaries;
    if (known == null) {
      known = WordBoundaries.of(steps);
      boundaries = known;
    }
    return known;
  }

  private static Tokens tokens(LongSupplier encoder) {
    long encoding;
    try {
      encoding = encoder.getAsLong();
    } catch (RuntimeException e) {
      throw new EncodingFault(e);
    }
    try {
      return new Tokens(
          LIBRARY.getTokenIds(encoding),
          LIBRARY.getTypeIds(encoding),
          closingTokens(LIBRARY.getSpecialTokenMask(encoding)));
    } finally {
      LIBRARY.deleteEncoding(encoding);
    }
  }

  /** Which ids it gives. */
  TokenIds ids() {
    return ids;
  }

  @Override
  public void close() {
    LIBRARY.deleteTokenizer(handle);
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
