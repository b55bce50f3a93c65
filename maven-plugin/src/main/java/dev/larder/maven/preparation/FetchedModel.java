package dev.larder.maven.preparation;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.larder.core.catalog.Selection;
import dev.larder.core.catalog.Terms;
import dev.larder.core.lock.LockedModel;
import dev.larder.maven.output.Sizes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A model that has just been fetched.
 *
 * @param model its exact files
 * @param terms on which it may be used
 */
public record FetchedModel(LockedModel model, Terms terms) {

  /** A model with what the catalog says of it. */
  public static FetchedModel of(LockedModel model, Selection selection) {
    return new FetchedModel(model, new Terms(model.licence(), selection.model().gated()));
  }

  /** What there is to say, with the terms where they are not what one expects. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Fetched %s (%s, %s) from %s"
            .formatted(
                model.key(), model.variant(), Sizes.text(model.size()), model.source().text()));
    if (!terms.isOpenSource()) {
      lines.add(
          "  Its licence, %s, is not an open-source one: read it before you use the model"
              .formatted(terms.licence()));
    }
    if (terms.gated()) {
      lines.add("  Its repository is gated: who fetches it has to accept its terms there first");
    }
    return lines;
  }

  public void writeJson(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", model.key().name());
    json.writeStringField("variant", model.variant());
    json.writeStringField("revision", model.revision());
    json.writeStringField("source", model.source().text());
    json.writeNumberField("size", model.size());
    json.writeStringField("licence", terms.licence());
    json.writeBooleanField("openSource", terms.isOpenSource());
    json.writeBooleanField("gated", terms.gated());
    json.writeEndObject();
  }
}
