package dev.larder.maven.overview;

import dev.larder.core.lock.LockedModel;

/**
 * A model that a project locks.
 *
 * @param model its exact files
 * @param present whether they are all on this machine
 */
record NeededModel(LockedModel model, boolean present) {}
