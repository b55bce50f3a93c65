package dev.larder.core.lock;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * A model that was fetched into a store.
 *
 * @param model its exact files; the key is the full selector {@code name:variant@revision}
 * @param downloaded when its last file arrived
 * @param urlsByPath the address each file came from, without query or credentials
 */
public record RecordedModel(LockedModel model, Instant downloaded, Map<String, String> urlsByPath) {

  public RecordedModel {
    urlsByPath = Map.copyOf(urlsByPath);
    if (!model.variant().equals(model.key().variant())
        || !model.revision().equals(model.key().revision())) {
      throw new IllegalArgumentException(
          "\"%s\" does not name the variant %s and the revision %s"
              .formatted(model.key(), model.variant(), model.revision()));
    }
    for (LockedFile file : model.files()) {
      if (!urlsByPath.containsKey(file.path())) {
        throw new IllegalArgumentException("no url is known of " + file.path());
      }
    }
  }

  /** The address that one of the model's files came from. */
  public String url(LockedFile file) {
    return Objects.requireNonNull(urlsByPath.get(file.path()));
  }
}
