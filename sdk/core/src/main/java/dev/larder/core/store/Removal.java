package dev.larder.core.store;

import dev.larder.api.StoreBusyException;
import dev.larder.core.file.Folders;
import dev.larder.core.lock.LockedFile;
import dev.larder.core.lock.LockedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Takes models out of a store, and what nobody needs any more without them. */
final class Removal {

  private final StoreLayout layout;
  private final StoreLocks locks;
  private final Inventory inventory;

  Removal(StoreLayout layout, StoreLocks locks, Inventory inventory) {
    this.layout = layout;
    this.locks = locks;
    this.inventory = inventory;
  }

  /** Removes a model's files; says whether there were any. */
  boolean remove(LockedModel model) {
    return remove(layout.folder(model), model.files().stream().map(LockedFile::sha256).toList());
  }

  /** Removes what a plan names. */
  void run(PrunePlan plan) {
    plan.models().forEach(model -> remove(model.folder(), model.digests()));
    StoreLocks impatient = new StoreLocks(Duration.ZERO);
    for (Leftover leftover : plan.leftovers()) {
      if (leftover.lock().isEmpty()) {
        removeAside(leftover.path());
        continue;
      }
      try {
        impatient.whileHolding(
            "a leftover",
            layout.lock(leftover.lock()),
            holder -> {},
            () -> removeUnused(leftover.path(), leftover.lock()));
      } catch (StoreBusyException e) {
        // Somebody goes on with it, so it is none.
      }
    }
  }

  /** Of another user's it may have to stay, which is no reason to keep all else. */
  private static void removeAside(Path path) {
    try {
      Folders.remove(path);
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // It is found again by the next one who prunes.
    }
  }

  private boolean remove(Path folder, List<String> digests) {
    boolean present = Files.exists(folder);
    VerificationStamp.remove(folder);
    deleteTree(folder);
    for (String sha256 : digests) {
      locks.whileHolding(
          "the content of " + layout.models().relativize(folder),
          layout.lock(sha256),
          holder -> {},
          () -> removeUnused(layout.blob(sha256), sha256));
    }
    return present;
  }

  private boolean removeUnused(Path path, String sha256) {
    boolean unused = !isUsed(sha256);
    if (unused) {
      StoreFiles.delete(path);
    }
    return unused;
  }

  private boolean isUsed(String sha256) {
    return inventory.models().stream()
        .anyMatch(recorded -> inventory.digests(recorded.model()).contains(sha256));
  }

  private static void deleteTree(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw StorageFault.of(folder, e);
    }
  }
}
