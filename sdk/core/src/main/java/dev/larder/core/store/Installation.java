package dev.larder.core.store;

import dev.larder.core.lock.LockedModel;
import java.nio.file.Path;
import java.util.List;

/**
 * A model that is now in the store.
 *
 * @param model its exact files
 * @param folder where they lie, by their paths
 * @param fetched the paths of the files that had to be fetched
 */
public record Installation(LockedModel model, Path folder, List<String> fetched) {}
