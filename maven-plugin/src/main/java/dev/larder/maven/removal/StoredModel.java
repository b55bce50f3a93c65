package dev.larder.maven.removal;

import dev.larder.core.lock.Integrity;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.store.KnownProject;
import dev.larder.maven.output.Sizes;
import java.util.List;

/**
 * A model of the store.
 *
 * @param model its exact files; the key is {@code name:variant@revision}
 * @param lockedBy the living projects that lock it
 */
record StoredModel(LockedModel model, List<KnownProject> lockedBy) {

  StoredModel {
    lockedBy = List.copyOf(lockedBy);
  }

  /** Whether somebody besides the store knows it, so that it can come again. */
  boolean isKnownElsewhere() {
    return model.integrity() != Integrity.NONE;
  }

  String text() {
    return "%s (%s)".formatted(model.key(), Sizes.text(model.size()));
  }
}
