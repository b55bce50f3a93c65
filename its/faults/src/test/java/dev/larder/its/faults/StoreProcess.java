package dev.larder.its.faults;

import dev.larder.api.ModelException;
import dev.larder.core.fetch.TransferListener;
import dev.larder.core.lock.LockedFile;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.project.LockFile;
import dev.larder.core.store.Fetchers;
import dev.larder.core.store.KnownProject;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.StoreLayout;
import dev.larder.core.store.WantedModel;
import java.nio.file.Path;
import java.util.List;

/**
 * Does one thing after the other with a store and a lock, in a process of its own, and says what it
 * did. Its exit code is 1 where a {@link ModelException} says why something could not be done.
 */
final class StoreProcess {

  private StoreProcess() {}

  /** Arguments: the store, the lock, and what to do. */
  public static void main(String[] arguments) {
    ModelStore store = new ModelStore(new StoreLayout(Path.of(arguments[0])));
    Path lockFile = Path.of(arguments[1]);
    try {
      ModelsLock lock = new LockFile(lockFile).read();
      for (String deed : List.of(arguments).subList(2, arguments.length)) {
        System.out.println(deed + ": " + run(deed, store, lockFile, lock));
      }
    } catch (ModelException e) {
      System.out.println(e);
      System.exit(1);
    }
  }

  private static String run(String deed, ModelStore store, Path lockFile, ModelsLock lock) {
    LockedModel model = lock.models().get(0);
    return switch (deed) {
      case "fetch" -> fetch(store, model);
      case "use" -> use(store, model);
      case "verify" -> store.verify(model).stream().map(LockedFile::path).toList().toString();
      case "note" -> note(store, lockFile, lock);
      case "remove" -> String.valueOf(store.remove(model));
      case "prune" -> prune(store);
      case "rewrite" -> rewrite(lockFile);
      default -> throw new IllegalArgumentException(deed);
    };
  }

  private static String fetch(ModelStore store, LockedModel model) {
    try (Fetchers fetchers = Fetchers.onClassPath(StoreProcess.class.getClassLoader())) {
      return store
          .install(List.of(WantedModel.of(model)), fetchers, TransferListener.SILENT)
          .get(0)
          .fetched()
          .toString();
    }
  }

  private static String use(ModelStore store, LockedModel model) {
    store.noteUse(store.find(model).orElseThrow());
    return "noted";
  }

  private static String note(ModelStore store, Path lockFile, ModelsLock lock) {
    store.projects().note("com.acme:" + lockFile.getFileName(), lockFile, lock);
    return store.projects().list().stream().map(KnownProject::name).toList().toString();
  }

  private static String prune(ModelStore store) {
    store.prune(store.planPruning(0));
    return store.present().size() + " left";
  }

  private static String rewrite(Path lockFile) {
    new LockFile(lockFile).write(ModelsLock.empty());
    return "empty";
  }
}
