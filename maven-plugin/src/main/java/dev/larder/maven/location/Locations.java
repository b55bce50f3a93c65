package dev.larder.maven.location;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.larder.core.ModelRegistry;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.engine.InstalledModel;
import dev.larder.maven.output.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Where models lie.
 *
 * @param models in the order in which they were asked for
 */
public record Locations(List<InstalledModel> models) implements Finding {

  public Locations {
    models = List.copyOf(models);
  }

  /**
   * Looks models up.
   *
   * @throws dev.larder.api.NotFetchedException if one is not in the store
   */
  public static Locations of(ModelRegistry registry, List<String> selectors) {
    return new Locations(selectors.stream().map(registry::require).toList());
  }

  @Override
  public List<String> lines() {
    return models.stream().map(Locations::path).map(Path::toString).toList();
  }

  @Override
  public void writeJson(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("models");
    for (InstalledModel model : models) {
      json.writeStartObject();
      json.writeStringField("name", model.model().name());
      json.writeStringField("variant", model.variant().id());
      json.writeStringField("revision", model.locked().revision());
      json.writeStringField("path", path(model).toString());
      json.writeStringField("folder", model.folder().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Its own file: the others lie beside it. */
  private static Path path(InstalledModel model) {
    return model.file(FileRole.MODEL);
  }
}
