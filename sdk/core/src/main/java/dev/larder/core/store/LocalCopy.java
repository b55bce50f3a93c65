package dev.larder.core.store;

import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Origin;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a file that lies on this machine.
 *
 * @param file which file
 * @param origin the kind of place
 * @param place where exactly: a path, or an artifact and the path in it
 * @param problem why its bytes are not those that were stated; null where they are
 */
public record LocalCopy(ModelFile file, Origin origin, String place, @Nullable String problem) {

  /** Whether its bytes have the stated digest. */
  public boolean isRight() {
    return problem == null;
  }
}
