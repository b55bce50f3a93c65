package dev.larder.core.store;

import dev.larder.api.ModelException;
import dev.larder.core.file.Place;
import java.io.IOException;
import java.nio.file.Path;

/** What an input or output error in the store means to a person. */
final class StorageFault {

  private StorageFault() {}

  static ModelException of(Path path, IOException e) {
    return Place.STORE.fault(path, e);
  }
}
