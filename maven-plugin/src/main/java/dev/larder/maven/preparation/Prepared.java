package dev.larder.maven.preparation;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.project.ProjectResult;
import dev.larder.maven.output.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a preparation ended.
 *
 * @param models how many declared models are in the store now
 * @param fetched those that were not there before
 * @param lockFile the project's lock
 * @param lockChanged whether it was written
 */
public record Prepared(int models, List<FetchedModel> fetched, Path lockFile, boolean lockChanged)
    implements Finding {

  public Prepared {
    fetched = List.copyOf(fetched);
  }

  /** Nothing had to be done. */
  public static Prepared already(int models, Path lockFile) {
    return new Prepared(models, List.of(), lockFile, false);
  }

  static Prepared of(ProjectResult result, Catalog catalog, Path lockFile) {
    return new Prepared(
        result.installations().size(),
        result.installations().stream()
            .filter(installation -> !installation.fetched().isEmpty())
            .map(
                installation ->
                    FetchedModel.of(
                        installation, catalog.select(installation.model().key().text())))
            .toList(),
        lockFile,
        result.lockChanged());
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    fetched.forEach(model -> lines.add(model.line()));
    if (lockChanged) {
      lines.add("Locked in " + lockFile);
    }
    if (models > 0) {
      lines.add(
          models == 1
              ? "1 declared model is in the store"
              : models + " declared models are in the store");
    }
    return lines;
  }

  @Override
  public void writeJson(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("lock", lockFile.toString());
    json.writeNumberField("models", models);
    json.writeArrayFieldStart("fetched");
    for (FetchedModel model : fetched) {
      model.writeJson(json);
    }
    json.writeEndArray();
    json.writeBooleanField("lockChanged", lockChanged);
    json.writeEndObject();
  }
}
