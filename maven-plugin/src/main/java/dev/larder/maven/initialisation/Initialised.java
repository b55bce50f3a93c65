package dev.larder.maven.initialisation;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.larder.maven.output.Finding;
import dev.larder.maven.preparation.Prepared;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What became of a new checkout's models.
 *
 * @param missing what was not in the store
 * @param prepared how they were fetched; empty where the person did not want it
 */
public record Initialised(MissingModels missing, Optional<Prepared> prepared) implements Finding {

  @Override
  public List<String> lines() {
    return prepared
        .map(Prepared::lines)
        .orElse(List.of("Nothing was fetched; mvn models:fetch does it later"));
  }

  @Override
  public void writeJson(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("missing");
    for (String model : missing.names()) {
      json.writeString(model);
    }
    json.writeEndArray();
    json.writeFieldName("prepared");
    if (prepared.isPresent()) {
      prepared.get().writeJson(json);
    } else {
      json.writeNull();
    }
    json.writeEndObject();
  }
}
