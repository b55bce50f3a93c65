package dev.larder.maven.preparation;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.larder.core.catalog.Provenance;
import dev.larder.core.catalog.Selection;
import dev.larder.core.catalog.Terms;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.store.Installation;
import dev.larder.maven.output.Sizes;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A model that has just been fetched.
 *
 * @param model its exact files
 * @param fetched where its files came from, by their paths; not those that were here
 * @param terms on which it may be used
 */
public record FetchedModel(LockedModel model, Map<String, Provenance> fetched, Terms terms) {

  public FetchedModel {
    fetched = Collections.unmodifiableMap(new LinkedHashMap<>(fetched));
  }

  /** A model with what the catalog says of it. */
  public static FetchedModel of(Installation installation, Selection selection) {
    LockedModel model = installation.model();
    return new FetchedModel(
        model, installation.fetched(), new Terms(model.licence(), selection.model().gated()));
  }

  /** What there is to say. */
  public String line() {
    return "Fetched %s (%s, %s) from %s"
        .formatted(model.key(), model.variant(), Sizes.text(model.size()), places());
  }

  /** Where the bytes really came from, mostly one place. */
  private String places() {
    return fetched.values().stream()
        .map(from -> "%s (%s)".formatted(place(from), from.origin().phrase()))
        .distinct()
        .collect(Collectors.joining(" and "));
  }

  /** The source's name where it is the source, and otherwise the address. */
  private String place(Provenance from) {
    return switch (from.origin()) {
      case HUB, WEB, EARLIER_TRY -> model.source().text();
      case REPOSITORY, LOCAL_REPOSITORY, ARCHIVE -> withoutPath(from.url());
      default -> folder(from.url());
    };
  }

  private static String withoutPath(String url) {
    return url.substring(0, url.indexOf("!/"));
  }

  private static String folder(String url) {
    return url.substring(0, url.lastIndexOf('/'));
  }

  public void writeJson(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", model.key().name());
    json.writeStringField("variant", model.variant());
    json.writeStringField("revision", model.revision());
    json.writeStringField("source", model.source().text());
    json.writeNumberField("size", model.size());
    json.writeArrayFieldStart("files");
    for (Map.Entry<String, Provenance> file : fetched.entrySet()) {
      json.writeStartObject();
      json.writeStringField("path", file.getKey());
      json.writeStringField("origin", file.getValue().origin().word());
      json.writeStringField("url", file.getValue().url());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("licence", terms.licence());
    json.writeBooleanField("openSource", terms.isOpenSource());
    json.writeBooleanField("gated", terms.gated());
    json.writeEndObject();
  }
}
