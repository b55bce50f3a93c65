package dev.larder.maven.contents;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.RecordedModel;
import dev.larder.core.store.Assurance;
import dev.larder.core.store.FoundModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A variant of a model that is on this machine, complete.
 *
 * @param model its exact files
 * @param found where they lie, and what is known of their bytes
 * @param record when and from where it came; empty in a shared store that has no record of it
 * @param shared whether it is in a shared store
 */
public record PresentModel(
    LockedModel model, FoundModel found, Optional<RecordedModel> record, boolean shared) {

  /** Where its files lie, by their paths. */
  public Path folder() {
    return found.folder();
  }

  /** Whether its files were hashed since they look as they do. */
  public boolean isVerified() {
    return found.assurance() == Assurance.VERIFIED;
  }

  /** The variant, with the day on which it came. */
  public String text() {
    return model.variant()
        + day().map(day -> " since " + day).orElse("")
        + (shared ? ", shared" : "")
        + (isVerified() ? "" : ", unverified");
  }

  /** The day on which it came, in UTC. */
  public Optional<LocalDate> day() {
    return since().map(instant -> instant.atZone(ZoneOffset.UTC).toLocalDate());
  }

  private Optional<Instant> since() {
    return record.map(RecordedModel::downloaded);
  }

  /** The fields that every goal gives of it, inside an object. */
  public void writeFields(JsonGenerator json) throws IOException {
    json.writeStringField("variant", model.variant());
    json.writeStringField("revision", model.revision());
    json.writeStringField("folder", folder().toString());
    json.writeStringField("since", since().map(Instant::toString).orElse(null));
    json.writeBooleanField("shared", shared);
    json.writeBooleanField("verified", isVerified());
  }
}
