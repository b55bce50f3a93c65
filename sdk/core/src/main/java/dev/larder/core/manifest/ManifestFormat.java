package dev.larder.core.manifest;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.larder.api.InvalidFileException;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.CatalogReader;
import dev.larder.core.catalog.CatalogWriter;
import dev.larder.core.catalog.Selector;
import dev.larder.core.catalog.Task;
import dev.larder.core.catalog.Variant;
import dev.larder.core.format.Fields;
import dev.larder.core.format.JsonWriter;
import dev.larder.core.format.StrictReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The manifest as JSON: sorted, LF, without time or path, so that equal code gives equal bytes. */
public final class ManifestFormat {

  private static final int VERSION = 1;

  private static final StrictReader READER =
      StrictReader.json(
          VERSION,
          "compile all of the code that it was made from again (mvn clean compile), with this Larder");

  private static final Pattern TYPE_NAME =
      Pattern.compile("[\\p{javaJavaIdentifierPart}.&&\\P{Cc}]{1,1000}((?<=\\.)package-info)?");

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
            if (use.dimensions() > 0) {
              json.writeNumberField("dimensions", use.dimensions());
            }
            json.writeStringField("type", use.type());
            json.writeEndObject();
          }
          json.writeEndArray();
          writeDefinitions(json, manifest.definitions());
          writeAliases(json, manifest.aliases());
          json.writeEndObject();
        });
  }

  private static void writeDefinitions(JsonGenerator json, List<ModelDefinition> definitions)
      throws IOException {
    if (definitions.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("definitions");
    for (ModelDefinition definition : definitions) {
      json.writeStartObject();
      CatalogWriter.writeFields(json, definition.model());
      json.writeStringField("type", definition.type());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeAliases(JsonGenerator json, List<AliasDefinition> aliases)
      throws IOException {
    if (aliases.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("aliases");
    for (AliasDefinition alias : aliases) {
      json.writeStartObject();
      json.writeStringField("name", alias.name());
      json.writeStringField("model", alias.model().text());
      json.writeStringField("type", alias.type());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /**
   * Reads a manifest of at most 1 MiB.
   *
   * @param file what is read, for messages
   * @throws InvalidFileException if it is not a manifest, or one of a newer version
   */
  public static Manifest read(InputStream input, String file) {
    return READER.read(
        input,
        file,
        fields ->
            new Manifest(
                fields.tables("uses", ManifestFormat::use),
                optionalTables(fields, "definitions", ManifestFormat::definition),
                optionalTables(fields, "aliases", ManifestFormat::alias),
                file));
  }

  private static <T> List<T> optionalTables(Fields fields, String name, Function<Fields, T> parse) {
    return fields.has(name) ? fields.tables(name, parse) : List.of();
  }

  private static ModelDefinition definition(Fields fields) {
    String type = type(fields);
    CatalogModel model = CatalogReader.model(fields);
    requireName(model.name());
    for (Variant variant : model.variants()) {
      requireName(variant.id());
      if (!variant.isOwn()) {
        throw new IllegalArgumentException("%s is not an own model".formatted(model.name()));
      }
    }
    return new ModelDefinition(model, type);
  }

  private static AliasDefinition alias(Fields fields) {
    return new AliasDefinition(
        requireName(fields.text("name")), Selector.parse(fields.text("model")), type(fields));
  }

  private static String requireName(String name) {
    return new Selector(name, null, null).name();
  }

  private static ModelUse use(Fields fields) {
    String type = type(fields);
    return new ModelUse(
        Selector.parse(fields.text("model")).text(),
        fields.word("task", Task.values(), Task::word),
        (int) fields.optionalNumber("dimensions", 1, Integer.MAX_VALUE).orElse(0),
        type);
  }

  private static String type(Fields fields) {
    String type = fields.text("type");
    if (!TYPE_NAME.matcher(type).matches()) {
      throw new IllegalArgumentException("\"%s\" is not the name of a type".formatted(type));
    }
    return type;
  }
}
