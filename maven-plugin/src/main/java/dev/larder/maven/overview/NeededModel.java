package dev.larder.maven.overview;

import dev.larder.core.lock.LockedModel;
import dev.larder.core.store.Assurance;
import dev.larder.core.store.FoundModel;
import java.util.Optional;

/**
 * A model that a project locks.
 *
 * @param model its exact files
 * @param found where they all are on this machine; empty where one is missing
 */
record NeededModel(LockedModel model, Optional<FoundModel> found) {

  boolean isPresent() {
    return found.isPresent();
  }

  /** Whether its files were hashed since they look as they do. */
  boolean isVerified() {
    return found.filter(here -> here.assurance() == Assurance.VERIFIED).isPresent();
  }

  /** For people. */
  String word() {
    if (!isPresent()) {
      return "missing";
    }
    return isVerified() ? "here" : "here, unverified";
  }
}
