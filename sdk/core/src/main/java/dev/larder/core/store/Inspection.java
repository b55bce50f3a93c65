package dev.larder.core.store;

import dev.larder.core.gguf.GgufHeader;
import dev.larder.core.lock.LockedModel;

/** Looks at a GGUF model when all its files have arrived, before anybody can find it. */
@FunctionalInterface
public interface Inspection {

  /** Lets every model pass whose header can be read. */
  Inspection READABLE = (model, header) -> {};

  /**
   * Lets a model pass.
   *
   * @throws dev.larder.api.ModelException if nobody is to find it
   */
  void inspect(LockedModel model, GgufHeader header);
}
