package dev.larder.core.engine;

import dev.larder.api.Engine;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.Variant;
import dev.larder.core.lock.LockedFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Engines that are open: one for all who run the same files in the same way, closed when the last
 * of them lets go. Where the files lie makes no difference, only what is in them.
 *
 * <p>Safe for use by many threads at once. Opening one engine holds up nobody who opens another.
 */
final class OpenEngines {

  /** A model fills memory once a process, so it is the process that counts who uses it. */
  private static final OpenEngines OF_PROCESS = new OpenEngines();

  private final Map<Key, Shared> byKey = new HashMap<>();

  /** All that an engine depends on. */
  private record Key(
      EngineProvider provider, CatalogModel model, Variant variant, List<LockedFile> files) {}

  /** The engines that all injectors and all {@code Models} of this process share. */
  static OpenEngines ofProcess() {
    return OF_PROCESS;
  }

  /**
   * Opens a model, or joins those who have.
   *
   * @throws dev.larder.api.InterruptedCallException if the thread is interrupted while another one
   *     opens it
   * @throws dev.larder.api.ModelException if it cannot be opened; the next attempt tries again
   */
  <E extends Engine> EngineLease<E> open(
      Class<E> type, EngineProvider provider, InstalledModel model) {
    Shared shared = join(new Key(provider, model.model(), model.variant(), model.locked().files()));
    try {
      E engine = type.cast(shared.engine(provider, model));
      return new EngineLease<>(engine, () -> leave(shared));
    } catch (RuntimeException | Error e) {
      leave(shared);
      throw e;
    }
  }

  private synchronized Shared join(Key key) {
    Shared shared = byKey.computeIfAbsent(key, Shared::new);
    shared.users++;
    return shared;
  }

  private void leave(Shared shared) {
    if (wasLast(shared)) {
      shared.close();
    }
  }

  private synchronized boolean wasLast(Shared shared) {
    shared.users--;
    return shared.users == 0 && byKey.remove(shared.key, shared);
  }

  private static final class Shared {

    private final Key key;

    private final OpeningLock lock;

    /** Guarded by the {@link OpenEngines}, as opening may hold this object's lock for long. */
    private int users;

    private @Nullable Engine engine;

    Shared(Key key) {
      this.key = key;
      this.lock = new OpeningLock(key.model().name() + ":" + key.variant().id());
    }

    Engine engine(EngineProvider provider, InstalledModel model) {
      return lock.run(
          () -> {
            Engine opened = engine;
            if (opened == null) {
              opened = provider.open(model);
              engine = opened;
            }
            return opened;
          });
    }

    void close() {
      Engine opened = lock.runInAnyCase(() -> engine);
      if (opened != null) {
        opened.close();
      }
    }
  }
}
