package dev.larder.maven.contents;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.larder.core.store.ModelStore;
import dev.larder.maven.output.Sizes;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A store at a glance.
 *
 * @param folder its place
 * @param models how many variants of models are in it
 * @param bytes the room that it takes
 */
public record StoreSummary(Path folder, long models, long bytes) {

  public static StoreSummary of(ModelStore store) {
    return new StoreSummary(
        store.layout().home(),
        store.models().stream()
            .flatMap(recorded -> store.look(recorded.model()).stream())
            .filter(found -> found.folder().startsWith(store.layout().home()))
            .count(),
        store.usedBytes());
  }

  /** For people. */
  public String line() {
    return "Store: %s, %d %s, %s used"
        .formatted(folder, models, models == 1 ? "model" : "models", Sizes.text(bytes));
  }

  /** For scripts: the field {@code store} of an object. */
  public void writeField(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("store");
    json.writeStringField("folder", folder.toString());
    json.writeNumberField("models", models);
    json.writeNumberField("bytes", bytes);
    json.writeEndObject();
  }
}
