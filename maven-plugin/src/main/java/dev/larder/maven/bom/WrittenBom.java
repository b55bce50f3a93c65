package dev.larder.maven.bom;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.larder.maven.output.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A bill of materials that was written.
 *
 * @param file where it is; empty where nothing is locked, which needs no bill
 * @param models how many models it lists
 * @param lockFile the project's lock
 */
public record WrittenBom(Optional<Path> file, int models, Path lockFile) implements Finding {

  @Override
  public List<String> lines() {
    return List.of(
        file.map(path -> "Wrote %s (models: %d)".formatted(path, models))
            .orElse("No model is locked in %s: nothing was written".formatted(lockFile)));
  }

  @Override
  public void writeJson(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("lock", lockFile.toString());
    json.writeStringField("file", file.map(Path::toString).orElse(null));
    json.writeNumberField("models", models);
    json.writeEndObject();
  }
}
