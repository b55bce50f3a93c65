package dev.larder.core.lock;

import dev.larder.core.catalog.Provenance;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * A model that was fetched into a store.
 *
 * @param model its exact files; the key is the full selector {@code name:variant@revision}
 * @param downloaded when its last file arrived
 * @param fromByPath where each file came from
 */
public record RecordedModel(
    LockedModel model, Instant downloaded, Map<String, Provenance> fromByPath) {

  public RecordedModel {
    fromByPath = Map.copyOf(fromByPath);
    if (!model.variant().equals(model.key().variant())
        || !model.revision().equals(model.key().revision())) {
      throw new IllegalArgumentException(
          "\"%s\" does not name the variant %s and the revision %s"
              .formatted(model.key(), model.variant(), model.revision()));
    }
    for (LockedFile file : model.files()) {
      if (!fromByPath.containsKey(file.path())) {
        throw new IllegalArgumentException("no origin is known of " + file.path());
      }
    }
  }

  /** Where one of the model's files came from. */
  public Provenance from(LockedFile file) {
    return Objects.requireNonNull(fromByPath.get(file.path()));
  }
}
