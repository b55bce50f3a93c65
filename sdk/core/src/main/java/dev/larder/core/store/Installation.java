package dev.larder.core.store;

import dev.larder.core.catalog.Provenance;
import dev.larder.core.lock.LockedModel;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A model that is now in the store.
 *
 * @param model its exact files
 * @param folder where they lie, by their paths
 * @param fetched the paths of the files that had to be fetched, in their order, with where each
 *     came from
 */
public record Installation(LockedModel model, Path folder, Map<String, Provenance> fetched) {

  public Installation {
    fetched = Collections.unmodifiableMap(new LinkedHashMap<>(fetched));
  }
}
