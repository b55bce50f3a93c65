package dev.larder.maven.description;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.CatalogWriter;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Origin;
import dev.larder.core.catalog.Platform;
import dev.larder.core.catalog.Provenance;
import dev.larder.core.catalog.Variant;
import dev.larder.core.lock.LockedFile;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.store.KnownProject;
import dev.larder.maven.contents.PresentModel;
import dev.larder.maven.projections.LearnedProjection;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/** A description for scripts; what is not known is null. */
record DescriptionJson(JsonGenerator json) {

  void write(Description description) throws IOException {
    CatalogModel model = description.model();
    json.writeStartObject();
    json.writeStringField("selector", description.selector());
    CatalogWriter.writeSummary(json, model);
    json.writeStringField("engine", model.task().engineType().getName());
    json.writeNumberField("dimensions", model.dimensions());
    json.writeFieldName("matryoshka");
    json.writeArray(
        model.matryoshka().stream().mapToInt(Integer::intValue).toArray(),
        0,
        model.matryoshka().size());
    json.writeBooleanField("normalised", model.normalised());
    json.writeStringField("queryPrefix", model.queryPrefix());
    json.writeStringField("documentPrefix", model.documentPrefix());
    json.writeBooleanField("gated", model.gated());
    json.writeArrayFieldStart("variants");
    for (DescribedVariant variant : description.variants()) {
      write(variant);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("locked");
    for (LockedModel locked : description.locked()) {
      Platform platform = locked.platform();
      json.writeStartObject();
      json.writeStringField("model", locked.key().text());
      json.writeStringField("platform", platform == null ? null : platform.word());
      json.writeStringField("variant", locked.variant());
      json.writeStringField("revision", locked.revision());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("projects");
    for (KnownProject project : description.projects()) {
      json.writeStartObject();
      json.writeStringField("name", project.name());
      json.writeStringField("lock", project.lockFile().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
    LearnedProjection.writeField(json, description.projections());
    json.writeEndObject();
  }

  private void write(DescribedVariant described) throws IOException {
    Variant variant = described.variant();
    OptionalLong size = variant.size();
    json.writeStartObject();
    json.writeStringField("id", variant.id());
    json.writeBooleanField("default", described.isDefault());
    json.writeStringField("format", variant.format());
    json.writeStringField("quantisation", variant.quantisation());
    json.writeStringField("architecture", variant.architecture());
    json.writeNumberField("maxTokens", variant.maxTokens());
    json.writeStringField("pooling", variant.pooling().word());
    json.writeStringField("licence", variant.licence());
    json.writeBooleanField("openSource", described.terms().isOpenSource());
    json.writeStringField("source", variant.source().text());
    json.writeStringField("revision", variant.revision());
    json.writeStringField("attestation", variant.attestation().word());
    Platform platform = variant.platform();
    json.writeStringField("platform", platform == null ? null : platform.word());
    json.writeFieldName("size");
    json.writeObject(size.isPresent() ? size.getAsLong() : null);
    json.writeArrayFieldStart("files");
    for (ModelFile file : variant.files()) {
      json.writeStartObject();
      json.writeStringField("role", file.role().word());
      json.writeStringField("path", file.path());
      json.writeStringField("sha256", file.sha256());
      json.writeStringField("gitSha1", file.gitSha1());
      json.writeFieldName("size");
      json.writeObject(file.size());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("downloaded");
    for (DescribedCopy copy : described.copies()) {
      write(copy);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(DescribedCopy copy) throws IOException {
    PresentModel present = copy.present();
    json.writeStartObject();
    present.writeFields(json);
    json.writeStringField("integrity", present.model().integrity().word());
    json.writeArrayFieldStart("files");
    for (LockedFile file : present.model().files()) {
      json.writeStartObject();
      json.writeStringField("path", file.path());
      json.writeStringField("sha256", file.sha256());
      json.writeNumberField("size", file.size());
      Optional<Provenance> from = present.record().map(record -> record.from(file));
      json.writeStringField("origin", from.map(Provenance::origin).map(Origin::word).orElse(null));
      json.writeStringField("url", from.map(Provenance::url).orElse(null));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeFieldName("header");
    if (copy.header().isPresent()) {
      new HeaderJson(json).write(copy.header().get());
    } else {
      json.writeNull();
    }
    json.writeEndObject();
  }
}
