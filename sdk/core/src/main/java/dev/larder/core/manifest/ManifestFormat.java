package dev.larder.core.manifest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.larder.api.InvalidFileException;
import dev.larder.core.catalog.Selector;
import dev.larder.core.catalog.Task;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The manifest as JSON: sorted, LF, without time or path, so that equal code gives equal bytes. */
public final class ManifestFormat {

  private static final int VERSION = 1;
  private static final int MAX_BYTES = 1 << 20;
  private static final Pattern TYPE_NAME =
      Pattern.compile("[\\p{javaJavaIdentifierPart}.]{1,1000}");

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(10)
                          .maxStringLength(10_000)
                          .maxDocumentLength(MAX_BYTES)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ManifestFormat() {}

  /** Writes a manifest. */
  public static byte[] write(Manifest manifest) {
    ObjectNode root = JSON.createObjectNode();
    root.put("version", VERSION);
    ArrayNode uses = root.putArray("uses");
    for (ModelUse use : manifest.uses()) {
      uses.addObject()
          .put("model", use.model())
          .put("task", use.task().word())
          .put("type", use.type());
    }
    String text = root.toPrettyString().replace(System.lineSeparator(), "\n") + "\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads a manifest of at most 1 MiB.
   *
   * @param file what is read, for messages
   * @throws InvalidFileException if it is not a manifest, or one of a newer version
   */
  public static Manifest read(InputStream input, String file) {
    try {
      byte[] bytes = input.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new IllegalArgumentException("it is larger than 1 MiB");
      }
      return parse(JSON.readTree(bytes));
    } catch (JsonProcessingException e) {
      throw invalid(file, "it is not JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw invalid(file, "it cannot be read: " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw invalid(file, String.valueOf(e.getMessage()), e);
    }
  }

  private static Manifest parse(JsonNode root) {
    int version = root.path("version").asInt(0);
    if (version > VERSION) {
      throw new IllegalArgumentException(
          "it has version %d, and this Larder reads up to %d".formatted(version, VERSION));
    }
    if (version < 1 || !root.path("uses").isArray()) {
      throw new IllegalArgumentException("it has no version or no list of uses");
    }
    List<ModelUse> uses = new ArrayList<>();
    for (JsonNode use : root.path("uses")) {
      String task = use.path("task").asText();
      String type = use.path("type").asText();
      if (!TYPE_NAME.matcher(type).matches()) {
        throw new IllegalArgumentException("\"%s\" is not the name of a type".formatted(type));
      }
      uses.add(
          new ModelUse(
              Selector.parse(use.path("model").asText()).text(),
              Task.ofWord(task)
                  .orElseThrow(
                      () -> new IllegalArgumentException("\"%s\" is not a task".formatted(task))),
              type));
    }
    return Manifest.of(uses);
  }

  private static InvalidFileException invalid(String file, String problem, Exception cause) {
    return new InvalidFileException(
        file,
        problem,
        "compile all of the code that it was made from again (mvn clean compile), with this Larder",
        cause);
  }
}
