package dev.larder.core.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.toml.TomlFactory;
import com.fasterxml.jackson.dataformat.toml.TomlReadFeature;
import dev.larder.api.InvalidFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads files of one format. What is not understood to the last field is refused, and whatever the
 * input, memory stays within a small multiple of 1 MiB.
 *
 * <p>Works on Jackson's tokens: an object mapper would add a tenth of a second to an application's
 * start.
 */
public final class StrictReader {

  private static final int MAX_BYTES = 1 << 20;

  private static final StreamReadConstraints BOUNDS =
      StreamReadConstraints.builder()
          .maxNestingDepth(10)
          .maxStringLength(4_000)
          .maxNameLength(1_000)
          .maxNumberLength(40)
          .build();

  private final JsonFactory syntax;
  private final int version;
  private final String remedy;

  private StrictReader(JsonFactory syntax, int version, String remedy) {
    this.syntax = syntax;
    this.version = version;
    this.remedy = remedy;
  }

  /**
   * A reader of JSON.
   *
   * @param version the newest version of the format that is understood
   * @param remedy what a person is to do about a file that cannot be used
   */
  public static StrictReader json(int version, String remedy) {
    return new StrictReader(
        JsonFactory.builder().streamReadConstraints(BOUNDS).build(), version, remedy);
  }

  /**
   * A reader of TOML.
   *
   * @param version the newest version of the format that is understood
   * @param remedy what a person is to do about a file that cannot be used
   */
  public static StrictReader toml(int version, String remedy) {
    return new StrictReader(
        TomlFactory.builder()
            .streamReadConstraints(BOUNDS)
            .enable(TomlReadFeature.PARSE_JAVA_TIME)
            .build(),
        version,
        remedy);
  }

  /**
   * Reads a file of at most 1 MiB, whose field {@code version} is dealt with here.
   *
   * @param file what is read, for messages
   * @param parse makes a value of all other fields; an {@link IllegalArgumentException} of it is
   *     reported with its place
   * @throws InvalidFileException if the file is not what it should be
   */
  public <T> T read(InputStream input, String file, Function<Fields, T> parse) {
    try {
      Fields root = Fields.ofRoot(tree(input));
      requireVersion(root, file);
      return root.all(parse);
    } catch (JsonProcessingException e) {
      throw invalid(
          file,
          "it is " + SyntaxFault.of(syntax.getFormatName().toUpperCase(Locale.ROOT), e).text(),
          e);
    } catch (DateTimeException e) {
      // Jackson's TOML parser lets it through for a day such as 31 November.
      throw invalid(file, "it holds a time that is none", e);
    } catch (CharacterCodingException e) {
      throw invalid(file, "it is not text in UTF-8", e);
    } catch (IOException e) {
      throw invalid(file, "it cannot be read: " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw invalid(file, String.valueOf(e.getMessage()), e);
    }
  }

  private Map<String, Object> tree(InputStream input) throws IOException {
    byte[] bytes = input.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new IllegalArgumentException("it is larger than 1 MiB");
    }
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    try (JsonParser tokens = syntax.createParser(text)) {
      return Tree.read(tokens);
    }
  }

  private void requireVersion(Fields root, String file) {
    long found = root.number("version", 1, Long.MAX_VALUE);
    if (found > version) {
      throw new InvalidFileException(
          file,
          "it has version %d, and this Larder reads up to %d".formatted(found, version),
          "use a newer Larder, or " + remedy,
          new NewerVersion(found));
    }
  }

  /** Whether a file was refused because it is of a newer version, and so perhaps sound. */
  public static boolean isOfNewerVersion(InvalidFileException e) {
    return e.getCause() instanceof NewerVersion;
  }

  private static final class NewerVersion extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    NewerVersion(long version) {
      super("version " + version);
    }
  }

  private InvalidFileException invalid(String file, String problem, Exception cause) {
    return new InvalidFileException(file, problem, remedy, cause);
  }
}
