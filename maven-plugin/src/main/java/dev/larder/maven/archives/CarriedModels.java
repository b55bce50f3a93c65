package dev.larder.maven.archives;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.larder.core.lock.LockedModel;
import dev.larder.maven.output.Sizes;
import dev.larder.maven.output.Table;
import java.io.IOException;
import java.util.List;

/** What an archive holds, for people and for scripts. */
record CarriedModels(List<LockedModel> models) {

  List<String> lines() {
    Table table = new Table().row("MODEL", "SIZE", "LICENCE", "SOURCE");
    for (LockedModel model : models) {
      table.row(
          model.key().text(), Sizes.text(model.size()), model.licence(), model.source().text());
    }
    return table.lines();
  }

  /** The field {@code models}. */
  void writeJson(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("models");
    for (LockedModel model : models) {
      json.writeStartObject();
      json.writeStringField("model", model.key().text());
      json.writeNumberField("size", model.size());
      json.writeStringField("licence", model.licence());
      json.writeStringField("source", model.source().text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
