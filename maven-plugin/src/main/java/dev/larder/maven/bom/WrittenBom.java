package dev.larder.maven.bom;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.larder.maven.output.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A bill of materials that was written.
 *
 * @param file where it is
 * @param models how many models it lists
 */
public record WrittenBom(Path file, int models) implements Finding {

  @Override
  public List<String> lines() {
    return List.of("Wrote %s (models: %d)".formatted(file, models));
  }

  @Override
  public void writeJson(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", file.toString());
    json.writeNumberField("models", models);
    json.writeEndObject();
  }
}
