package dev.larder.maven.listing;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.Platform;
import dev.larder.core.catalog.Terms;
import dev.larder.core.catalog.Variant;
import dev.larder.maven.contents.PresentModel;
import dev.larder.maven.output.Sizes;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * One line of the list: a model as its bare name means it.
 *
 * @param model what is known of it
 * @param present its variants that are on this machine
 */
public record ListedModel(CatalogModel model, List<PresentModel> present) {

  public ListedModel {
    present = List.copyOf(present);
  }

  /** What the bare name means on this machine. */
  private Variant variant() {
    return model.defaultVariant(Platform.ofMachine());
  }

  Terms terms() {
    return Terms.of(model, variant());
  }

  String[] cells() {
    Variant variant = variant();
    OptionalLong size = variant.size();
    return new String[] {
      model.name(),
      model.task().word(),
      variant.architecture(),
      model.dimensions() == 0 ? "-" : String.valueOf(model.dimensions()),
      size.isPresent() ? Sizes.text(size.getAsLong()) : "?",
      variant.licence() + (terms().isOpenSource() ? "" : "*") + (model.gated() ? ", gated" : ""),
      present.isEmpty()
          ? "-"
          : present.stream().map(PresentModel::text).collect(Collectors.joining(", "))
    };
  }

  void writeJson(JsonGenerator json) throws IOException {
    Variant variant = variant();
    OptionalLong size = variant.size();
    json.writeStartObject();
    json.writeStringField("name", model.name());
    json.writeStringField("task", model.task().word());
    json.writeStringField("variant", variant.id());
    json.writeStringField("architecture", variant.architecture());
    json.writeNumberField("dimensions", model.dimensions());
    json.writeFieldName("size");
    json.writeObject(size.isPresent() ? size.getAsLong() : null);
    json.writeStringField("licence", variant.licence());
    json.writeBooleanField("openSource", terms().isOpenSource());
    json.writeBooleanField("gated", model.gated());
    json.writeArrayFieldStart("downloaded");
    for (PresentModel found : present) {
      json.writeStartObject();
      found.writeFields(json);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
