package dev.larder.core.catalog;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;

/** Writes models in the form that {@link CatalogReader} reads. */
public final class CatalogWriter {

  private CatalogWriter() {}

  /** Writes the fields of a model into the object that has been begun. */
  public static void writeFields(JsonGenerator json, CatalogModel model) throws IOException {
    Variant first = model.defaultVariant();
    writeSummary(json, model);
    json.writeStringField("architecture", first.architecture());
    json.writeNumberField("dimensions", model.dimensions());
    json.writeArrayFieldStart("matryoshka");
    for (int dimensions : model.matryoshka()) {
      json.writeNumber(dimensions);
    }
    json.writeEndArray();
    json.writeNumberField("maxTokens", first.maxTokens());
    json.writeStringField("pooling", first.pooling().word());
    json.writeBooleanField("normalised", model.normalised());
    json.writeStringField("queryPrefix", model.queryPrefix());
    json.writeStringField("documentPrefix", model.documentPrefix());
    json.writeStringField("licence", first.licence());
    json.writeBooleanField("gated", model.gated());
    json.writeArrayFieldStart("variants");
    for (Variant variant : model.variants()) {
      write(json, variant);
    }
    json.writeEndArray();
  }

  /** Writes the fields that say how a model is called and what it is for. */
  public static void writeSummary(JsonGenerator json, CatalogModel model) throws IOException {
    json.writeStringField("name", model.name());
    json.writeObjectFieldStart("aliases");
    for (Map.Entry<String, String> alias : model.aliases().entrySet()) {
      json.writeStringField(alias.getKey(), alias.getValue());
    }
    json.writeEndObject();
    json.writeStringField("description", model.description());
    json.writeStringField("task", model.task().word());
  }

  private static void write(JsonGenerator json, Variant variant) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", variant.id());
    json.writeStringField("format", variant.format());
    json.writeStringField("quantisation", variant.quantisation());
    json.writeStringField("architecture", variant.architecture());
    json.writeNumberField("maxTokens", variant.maxTokens());
    json.writeStringField("pooling", variant.pooling().word());
    json.writeStringField("licence", variant.licence());
    json.writeStringField("source", variant.source().text());
    if (variant.revision() != null) {
      json.writeStringField("revision", variant.revision());
    }
    json.writeStringField("attestation", variant.attestation().word());
    Platform platform = variant.platform();
    if (platform != null) {
      json.writeStringField("platform", platform.word());
    }
    json.writeArrayFieldStart("files");
    for (ModelFile file : variant.files()) {
      write(json, file);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, ModelFile file) throws IOException {
    json.writeStartObject();
    json.writeStringField("role", file.role().word());
    json.writeStringField("path", file.path());
    if (file.sha256() != null) {
      json.writeStringField("sha256", file.sha256());
    }
    if (file.gitSha1() != null) {
      json.writeStringField("gitSha1", file.gitSha1());
    }
    Long size = file.size();
    if (size != null) {
      json.writeNumberField("size", size);
    }
    if (!file.mirrors().isEmpty()) {
      json.writeArrayFieldStart("mirrors");
      for (Mirror mirror : file.mirrors()) {
        json.writeString(mirror.text());
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }
}
