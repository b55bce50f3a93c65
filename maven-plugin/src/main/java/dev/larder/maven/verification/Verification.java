package dev.larder.maven.verification;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.larder.maven.output.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Models that were hashed again.
 *
 * @param store where they lie
 * @param models each with what was found
 */
public record Verification(Path store, List<Verified> models) implements Finding {

  public Verification {
    models = List.copyOf(models);
  }

  /** Whether anything is not what was fetched. */
  public boolean isAnyWrong() {
    return models.stream().anyMatch(Verified::isWrong);
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    models.forEach(model -> lines.addAll(model.lines()));
    if (!isAnyWrong()) {
      lines.add("Nothing is wrong with " + store);
    }
    return lines;
  }

  @Override
  public void writeJson(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("store", store.toString());
    json.writeArrayFieldStart("models");
    for (Verified model : models) {
      model.writeJson(json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  @Override
  public Optional<String> problem() {
    long wrong = models.stream().filter(Verified::isWrong).count();
    return wrong == 0
        ? Optional.empty()
        : Optional.of(
            "%d of %d models are not what was fetched; -Dmodels.repair fetches them again"
                .formatted(wrong, models.size()));
  }
}
