package dev.larder.maven.archives;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.larder.core.lock.LockedModel;
import dev.larder.maven.output.Finding;
import dev.larder.maven.output.Sizes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An archive that was written.
 *
 * @param archive where it is
 * @param size in bytes
 * @param models what it holds
 */
public record Exported(Path archive, long size, List<LockedModel> models) implements Finding {

  public Exported {
    models = List.copyOf(models);
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>(new CarriedModels(models).lines());
    lines.add("");
    lines.add("Wrote %s (%s)".formatted(archive, Sizes.text(size)));
    lines.add("On the other machine: mvn models:import -Dmodels.archive=" + archive.getFileName());
    return List.copyOf(lines);
  }

  @Override
  public void writeJson(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("archive", archive.toString());
    json.writeNumberField("size", size);
    new CarriedModels(models).writeJson(json);
    json.writeEndObject();
  }
}
