package dev.larder.maven.locking;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.larder.core.catalog.Platform;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.Scope;
import dev.larder.core.project.LockChange;
import dev.larder.core.project.LockUpdate;
import dev.larder.maven.output.Finding;
import dev.larder.maven.output.Sizes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A lock that was brought up to date.
 *
 * @param update what it was and is
 * @param lockFile where it lies
 */
public record Locked(LockUpdate update, Path lockFile) implements Finding {

  @Override
  public List<String> lines() {
    List<LockChange> changes = update.changes();
    if (changes.isEmpty()) {
      return List.of("%s is up to date".formatted(lockFile));
    }
    return Stream.concat(changes.stream().map(Locked::line), Stream.of("Locked in " + lockFile))
        .toList();
  }

  private static String line(LockChange change) {
    String label = change.model().label();
    if (change.before().isEmpty()) {
      return "+ %s: %s".formatted(label, text(change.model()));
    }
    if (change.after().isEmpty()) {
      return "- %s: no longer declared".formatted(label);
    }
    return "~ %s: %s instead of %s"
        .formatted(label, text(change.model()), text(change.before().get()));
  }

  private static String text(LockedModel model) {
    String text =
        "%s, %s, %s".formatted(model.variant(), model.revision(), Sizes.text(model.size()));
    return model.scope() == Scope.TEST ? text.concat(", for tests only") : text;
  }

  @Override
  public void writeJson(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("lock", lockFile.toString());
    json.writeArrayFieldStart("changes");
    for (LockChange change : update.changes()) {
      Platform platform = change.model().platform();
      json.writeStartObject();
      json.writeStringField("model", change.model().key().text());
      json.writeStringField("platform", platform == null ? null : platform.word());
      write(json, "before", change.before());
      write(json, "after", change.after());
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
    json.writeStringField("scope", model.get().scope().word());
    json.writeEndObject();
  }
}
