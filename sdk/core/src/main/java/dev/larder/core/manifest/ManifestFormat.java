package dev.larder.core.manifest;

import dev.larder.api.InvalidFileException;
import dev.larder.core.catalog.Selector;
import dev.larder.core.catalog.Task;
import dev.larder.core.format.Fields;
import dev.larder.core.format.JsonWriter;
import dev.larder.core.format.StrictReader;
import java.io.InputStream;
import java.util.regex.Pattern;

/** The manifest as JSON: sorted, LF, without time or path, so that equal code gives equal bytes. */
public final class ManifestFormat {

  private static final int VERSION = 1;

  private static final StrictReader READER =
      StrictReader.json(
          VERSION,
          "compile all of the code that it was made from again (mvn clean compile), with this Larder");

  private static final Pattern TYPE_NAME =
      Pattern.compile("[\\p{javaJavaIdentifierPart}.&&\\P{Cc}]{1,1000}");

  private ManifestFormat() {}

  /** Writes a manifest, in UTF-8. */
  public static byte[] write(Manifest manifest) {
    return JsonWriter.write(
        json -> {
          json.writeStartObject();
          json.writeNumberField("version", VERSION);
          json.writeArrayFieldStart("uses");
          for (ModelUse use : manifest.uses()) {
            json.writeStartObject();
            json.writeStringField("model", use.model());
            json.writeStringField("task", use.task().word());
            json.writeStringField("type", use.type());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  /**
   * Reads a manifest of at most 1 MiB.
   *
   * @param file what is read, for messages
   * @throws InvalidFileException if it is not a manifest, or one of a newer version
   */
  public static Manifest read(InputStream input, String file) {
    return READER.read(
        input, file, fields -> Manifest.of(fields.tables("uses", ManifestFormat::use)));
  }

  private static ModelUse use(Fields fields) {
    String type = fields.text("type");
    if (!TYPE_NAME.matcher(type).matches()) {
      throw new IllegalArgumentException("\"%s\" is not the name of a type".formatted(type));
    }
    return new ModelUse(
        Selector.parse(fields.text("model")).text(),
        fields.word("task", Task.values(), Task::word),
        type);
  }
}
