package dev.larder.maven.archives;

import dev.larder.core.lock.LockedModel;
import java.nio.file.Path;
import java.util.List;

/**
 * What is to be packed.
 *
 * @param locked what the projects lock
 * @param names the selectors of the only models to pack; where empty, all that are locked
 * @param archive where the archive will be
 */
public record ExportRequest(List<LockedModel> locked, List<String> names, Path archive) {

  public ExportRequest {
    locked = List.copyOf(locked);
    names = List.copyOf(names);
  }
}
