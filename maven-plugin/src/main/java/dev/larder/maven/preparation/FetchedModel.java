package dev.larder.maven.preparation;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.larder.core.catalog.Selection;
import dev.larder.core.catalog.Terms;
import dev.larder.core.lock.LockedModel;
import dev.larder.maven.output.Sizes;
import java.io.IOException;

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

  /** What there is to say. */
  public String line() {
    return "Fetched %s (%s, %s) from %s"
        .formatted(model.key(), model.variant(), Sizes.text(model.size()), model.source().text());
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
