package dev.larder.projections.training;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.larder.api.InvalidFileException;
import dev.larder.api.StorageException;
import dev.larder.core.file.Place;
import dev.larder.core.format.SyntaxFault;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Examples on disk: JSON Lines in UTF-8, an object a line with {@code anchor}, {@code positive}
 * and, in all lines or in none, {@code negative}. Empty lines count for nothing.
 *
 * @param path where it is
 */
public record ExampleFile(Path path) {

  private static final Set<String> FIELDS = Set.of("anchor", "positive", "negative");

  /** In characters: far more than any model reads. */
  private static final int MAX_TEXT = 1_000_000;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(2).maxStringLength(MAX_TEXT).build())
          .build();

  /**
   * Reads all examples.
   *
   * @throws InvalidFileException if the file is not what it should be; says the line
   * @throws StorageException if it cannot be read
   */
  public List<Example> read() {
    List<Example> examples = new ArrayList<>();
    int number = 0;
    try (BufferedReader lines = Files.newBufferedReader(path)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          Example example = parse(line);
          requireSameKind(examples, example);
          examples.add(example);
        }
      }
      return examples;
    } catch (CharacterCodingException e) {
      throw invalid("it is not text in UTF-8", e);
    } catch (JacksonException e) {
      throw invalid("it is " + SyntaxFault.of("JSON", e).from(number).text(), e);
    } catch (IllegalArgumentException e) {
      throw invalid("line %d: %s".formatted(number, e.getMessage()), e);
    } catch (IOException e) {
      throw Place.PROJECT.fault(path, e);
    }
  }

  private static void requireSameKind(List<Example> examples, Example example) {
    if (!examples.isEmpty()
        && examples.get(0).negative().isPresent() != example.negative().isPresent()) {
      throw new IllegalArgumentException("either all lines have a negative, or none");
    }
  }

  private static Example parse(String line) throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    try (JsonParser tokens = JSON.createParser(line)) {
      if (tokens.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("it is not an object");
      }
      while (tokens.nextToken() != JsonToken.END_OBJECT) {
        read(tokens, fields);
      }
      if (tokens.nextToken() != null) {
        throw new IllegalArgumentException("something follows the object");
      }
    }
    return new Example(
        require(fields, "anchor"),
        require(fields, "positive"),
        Optional.ofNullable(fields.get("negative")));
  }

  private static void read(JsonParser tokens, Map<String, String> fields) throws IOException {
    String name = tokens.currentName();
    if (!FIELDS.contains(name)) {
      throw new IllegalArgumentException("\"%s\" is not a field of an example".formatted(name));
    }
    if (tokens.nextToken() != JsonToken.VALUE_STRING) {
      throw new IllegalArgumentException("\"%s\" is not a text".formatted(name));
    }
    if (fields.put(name, tokens.getText()) != null) {
      throw new IllegalArgumentException("\"%s\" is there twice".formatted(name));
    }
  }

  private static String require(Map<String, String> fields, String name) {
    return Optional.ofNullable(fields.get(name))
        .orElseThrow(() -> new IllegalArgumentException("\"%s\" is missing".formatted(name)));
  }

  private InvalidFileException invalid(String problem, Exception cause) {
    return new InvalidFileException(path.toString(), problem, "mend or remove the line", cause);
  }
}
