package dev.larder.maven.description;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.larder.maven.output.Finding;
import java.io.IOException;
import java.util.List;

/** What is known of several models. */
public final class Descriptions implements Finding {

  private final List<Description> models;

  Descriptions(List<Description> models) {
    this.models = List.copyOf(models);
  }

  @Override
  public List<String> lines() {
    return models.stream().flatMap(model -> new DescriptionText(model).lines().stream()).toList();
  }

  @Override
  public void writeJson(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("models");
    for (Description model : models) {
      new DescriptionJson(json).write(model);
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
