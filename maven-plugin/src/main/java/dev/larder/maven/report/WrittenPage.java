package dev.larder.maven.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.larder.core.catalog.Origin;
import dev.larder.core.catalog.Provenance;
import dev.larder.core.lock.LockedFile;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.RecordedModel;
import dev.larder.maven.output.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A page that was written.
 *
 * @param file where it is; empty where nothing is locked, which needs no page
 * @param page what stands in it
 * @param lockFile the project's lock
 */
public record WrittenPage(Optional<Path> file, ModelsPage page, Path lockFile) implements Finding {

  @Override
  public List<String> lines() {
    return List.of(
        file.map(path -> "Wrote " + path)
            .orElse("No model is locked in %s: nothing was written".formatted(lockFile)));
  }

  @Override
  public void writeJson(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("lock", lockFile.toString());
    json.writeStringField("file", file.map(Path::toString).orElse(null));
    json.writeArrayFieldStart("models");
    for (LockedModel model : page.models()) {
      write(json, model, page.record().find(model));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, LockedModel model, Optional<RecordedModel> recorded)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("model", model.key().text());
    json.writeStringField("variant", model.variant());
    json.writeStringField("revision", model.revision());
    json.writeNumberField("dimensions", model.dimensions());
    json.writeNumberField("size", model.size());
    json.writeStringField("licence", model.licence());
    json.writeStringField("source", model.source().text());
    json.writeStringField("integrity", model.integrity().word());
    json.writeStringField("scope", model.scope().word());
    json.writeStringField(
        "since", recorded.map(known -> known.downloaded().toString()).orElse(null));
    json.writeArrayFieldStart("files");
    for (LockedFile file : model.files()) {
      json.writeStartObject();
      json.writeStringField("role", file.role().word());
      json.writeStringField("path", file.path());
      json.writeStringField("sha256", file.sha256());
      json.writeNumberField("size", file.size());
      Optional<Provenance> from = recorded.map(known -> known.from(file));
      json.writeStringField("origin", from.map(Provenance::origin).map(Origin::word).orElse(null));
      json.writeStringField("url", from.map(Provenance::url).orElse(null));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
