package dev.larder.maven.bom;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.Variant;
import dev.larder.core.lock.LockedFile;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.store.KnownProjects;
import java.io.IOException;
import java.util.Optional;

/**
 * Writes a model as a component of a bill of materials: the lock says which bytes, the catalog what
 * they are for.
 */
public record ComponentWriter(Catalog catalog) {

  static String reference(LockedModel model) {
    return KnownProjects.selector(model).text();
  }

  void write(JsonGenerator json, LockedModel model) throws IOException {
    Optional<CatalogModel> known =
        catalog.models().stream()
            .filter(other -> other.name().equals(model.key().name()))
            .findFirst();
    json.writeStartObject();
    json.writeStringField("type", "machine-learning-model");
    json.writeStringField("bom-ref", reference(model));
    json.writeStringField("name", model.key().name());
    json.writeStringField("version", model.revision());
    if (known.isPresent()) {
      json.writeStringField("description", known.get().description());
    }
    writeHash(json, model.files().get(0));
    writeLicence(json, model.licence());
    Optional<String> purl = PackageUrl.of(model);
    if (purl.isPresent()) {
      json.writeStringField("purl", purl.get());
    }
    writeFiles(json, model);
    if (known.isPresent()) {
      writeModelCard(json, known.get(), model);
    }
    writeProperties(json, model);
    json.writeEndObject();
  }

  private static void writeHash(JsonGenerator json, LockedFile file) throws IOException {
    json.writeArrayFieldStart("hashes");
    json.writeStartObject();
    json.writeStringField("alg", "SHA-256");
    json.writeStringField("content", file.sha256());
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void writeLicence(JsonGenerator json, String licence) throws IOException {
    json.writeArrayFieldStart("licenses");
    json.writeStartObject();
    json.writeObjectFieldStart("license");
    json.writeStringField(Licences.field(licence), licence);
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void writeFiles(JsonGenerator json, LockedModel model) throws IOException {
    json.writeArrayFieldStart("components");
    for (LockedFile file : model.files()) {
      json.writeStartObject();
      json.writeStringField("type", "file");
      json.writeStringField("bom-ref", reference(model) + "#" + file.path());
      json.writeStringField("name", file.path());
      writeHash(json, file);
      json.writeArrayFieldStart("properties");
      writeProperty(json, "larder:role", file.role().word());
      writeProperty(json, "larder:size", Long.toString(file.size()));
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeModelCard(JsonGenerator json, CatalogModel known, LockedModel model)
      throws IOException {
    json.writeObjectFieldStart("modelCard");
    json.writeObjectFieldStart("modelParameters");
    json.writeStringField("task", known.task().word());
    Optional<Variant> variant = known.variant(model.variant());
    if (variant.isPresent()) {
      json.writeStringField("architectureFamily", variant.get().architecture());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeProperties(JsonGenerator json, LockedModel model) throws IOException {
    json.writeArrayFieldStart("properties");
    writeProperty(json, "larder:variant", model.variant());
    writeProperty(json, "larder:source", model.source().text());
    writeProperty(json, "larder:integrity", model.integrity().word());
    json.writeEndArray();
  }

  private static void writeProperty(JsonGenerator json, String name, String value)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("name", name);
    json.writeStringField("value", value);
    json.writeEndObject();
  }
}
