package dev.larder.maven.verification;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.larder.core.lock.LockedModel;
import dev.larder.maven.output.Sizes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A model that was hashed again.
 *
 * @param model what was fetched
 * @param outcome how it was found, and left
 * @param changed the paths of files that had other bytes
 * @param missing the paths of files that were not there
 */
public record Verified(
    LockedModel model, Outcome outcome, List<String> changed, List<String> missing) {

  public Verified {
    changed = List.copyOf(changed);
    missing = List.copyOf(missing);
  }

  static Verified of(LockedModel model, List<String> changed, List<String> missing) {
    return new Verified(model, outcome(model, changed, missing), changed, missing);
  }

  private static Outcome outcome(LockedModel model, List<String> changed, List<String> missing) {
    if (missing.size() == model.files().size()) {
      return Outcome.REMOVED;
    }
    return changed.isEmpty() && missing.isEmpty() ? Outcome.INTACT : Outcome.WRONG;
  }

  Verified as(Outcome other) {
    return new Verified(model, other, changed, missing);
  }

  /** Whether some of it is not what was fetched. */
  public boolean isWrong() {
    return outcome == Outcome.WRONG;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    switch (outcome) {
      case REMOVED -> lines.add(model.key() + " is no longer in the store");
      case INTACT ->
          lines.add("%s is intact (%s)".formatted(model.key(), Sizes.text(model.size())));
      case WRONG, REPAIRED -> {
        changed.forEach(path -> lines.add("%s: %s was changed".formatted(model.key(), path)));
        missing.forEach(path -> lines.add("%s: %s is missing".formatted(model.key(), path)));
      }
    }
    if (outcome == Outcome.REPAIRED) {
      lines.add(model.key() + " was fetched again");
    }
    return List.copyOf(lines);
  }

  void writeJson(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("model", model.key().text());
    json.writeNumberField("size", model.size());
    json.writeStringField("outcome", outcome.word());
    writeField(json, "changed", changed);
    writeField(json, "missing", missing);
    json.writeEndObject();
  }

  private static void writeField(JsonGenerator json, String name, List<String> paths)
      throws IOException {
    json.writeFieldName(name);
    json.writeArray(paths.toArray(String[]::new), 0, paths.size());
  }
}
