package dev.larder.maven.listing;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.larder.maven.contents.StoreSummary;
import dev.larder.maven.output.Finding;
import dev.larder.maven.output.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Known models, and the store.
 *
 * @param store where models are kept
 * @param models in the order in which they are shown
 */
public record Listing(StoreSummary store, List<ListedModel> models) implements Finding {

  public Listing {
    models = List.copyOf(models);
  }

  @Override
  public List<String> lines() {
    Table table =
        new Table()
            .row(
                "NAME", "TASK", "ARCHITECTURE", "DIMENSIONS", "SIZE", "LICENCE", "ON THIS MACHINE");
    models.forEach(model -> table.row(model.cells()));
    List<String> lines = new ArrayList<>(table.lines());
    lines.add("");
    if (models.stream().anyMatch(model -> !model.terms().isOpenSource())) {
      lines.add("* Not an open-source licence: read its terms before you use the model");
    }
    if (models.stream().anyMatch(model -> model.terms().gated())) {
      lines.add("gated: its terms have to be accepted on the hub before it can be fetched");
    }
    lines.add(store.line());
    return lines;
  }

  @Override
  public void writeJson(JsonGenerator json) throws IOException {
    json.writeStartObject();
    store.writeField(json);
    json.writeArrayFieldStart("models");
    for (ListedModel model : models) {
      model.writeJson(json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
