package dev.larder.maven.archives;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.larder.core.lock.LockedModel;
import dev.larder.maven.output.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An archive of which every model is now in the store.
 *
 * @param archive where it is
 * @param store the folder of the store
 * @param models what it holds
 * @param arrived how many of them were not in the store before
 */
public record Imported(Path archive, Path store, List<LockedModel> models, int arrived)
    implements Finding {

  public Imported {
    models = List.copyOf(models);
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>(new CarriedModels(models).lines());
    lines.add("");
    lines.add(
        "Into %s: %d came, verified; %d were there"
            .formatted(store, arrived, models.size() - arrived));
    return List.copyOf(lines);
  }

  @Override
  public void writeJson(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("archive", archive.toString());
    json.writeStringField("store", store.toString());
    json.writeNumberField("arrived", arrived);
    new CarriedModels(models).writeJson(json);
    json.writeEndObject();
  }
}
