package dev.larder.maven.locking;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.larder.core.catalog.Selector;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.project.LockUpdate;
import dev.larder.maven.output.Finding;
import dev.larder.maven.output.Sizes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A lock that was brought up to date.
 *
 * @param update what it was and is
 * @param lockFile where it lies
 */
public record Locked(LockUpdate update, Path lockFile) implements Finding {

  @Override
  public List<String> lines() {
    if (update.changed().isEmpty()) {
      return List.of("%s is up to date".formatted(lockFile));
    }
    List<String> lines = new ArrayList<>();
    for (String key : update.changed()) {
      lines.add(line(key, before(key), after(key)));
    }
    lines.add("Locked in " + lockFile);
    return lines;
  }

  private static String line(
      String key, Optional<LockedModel> before, Optional<LockedModel> after) {
    if (before.isEmpty()) {
      return "+ %s: %s".formatted(key, after.map(Locked::text).orElseThrow());
    }
    if (after.isEmpty()) {
      return "- %s: no longer declared".formatted(key);
    }
    return "~ %s: %s instead of %s".formatted(key, text(after.get()), text(before.get()));
  }

  private static String text(LockedModel model) {
    return "%s, %s, %s".formatted(model.variant(), model.revision(), Sizes.text(model.size()));
  }

  @Override
  public void writeJson(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("lock", lockFile.toString());
    json.writeArrayFieldStart("changes");
    for (String key : update.changed()) {
      json.writeStartObject();
      json.writeStringField("model", key);
      write(json, "before", before(key));
      write(json, "after", after(key));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String name, Optional<LockedModel> model)
      throws IOException {
    if (model.isEmpty()) {
      json.writeNullField(name);
      return;
    }
    json.writeObjectFieldStart(name);
    json.writeStringField("variant", model.get().variant());
    json.writeStringField("revision", model.get().revision());
    json.writeNumberField("size", model.get().size());
    json.writeStringField("licence", model.get().licence());
    json.writeEndObject();
  }

  private Optional<LockedModel> before(String key) {
    return update.before().find(Selector.parse(key));
  }

  private Optional<LockedModel> after(String key) {
    return update.after().find(Selector.parse(key));
  }
}
