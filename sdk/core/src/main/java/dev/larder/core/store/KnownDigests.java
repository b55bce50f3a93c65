package dev.larder.core.store;

import dev.larder.core.fetch.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The digests of files that were hashed, so that each is hashed once, whoever asks, and however
 * many at once. Kept as widely as the process: every module of a build and every injector opens a
 * store of its own, and where no stamp can be written each of them would hash again.
 */
final class KnownDigests {

  /** What this process has hashed. */
  static final KnownDigests OF_PROCESS = new KnownDigests(Sha256::of);

  private final ConcurrentMap<String, FutureTask<String>> digests = new ConcurrentHashMap<>();
  private final Hash hash;

  KnownDigests(Hash hash) {
    this.hash = hash;
  }

  /** How a file's digest is found. */
  @FunctionalInterface
  interface Hash {
    String of(Path file) throws IOException;
  }

  /** The digest of a file, if it was hashed since it looks so. */
  Optional<String> known(Path file, FileLook look) {
    FutureTask<String> task = digests.get(identity(file, look));
    return task == null || !task.isDone() ? Optional.empty() : result(task);
  }

  /**
   * The digest of a file. Whoever asks while another thread hashes it waits for that.
   *
   * @param look how it looks
   * @return empty if it cannot be read, or was changed meanwhile
   */
  Optional<String> of(Path file, FileLook look) {
    String identity = identity(file, look);
    FutureTask<String> own = new FutureTask<>(() -> digest(file, look));
    FutureTask<String> earlier = digests.putIfAbsent(identity, own);
    FutureTask<String> task = earlier == null ? own : earlier;
    task.run();
    Optional<String> digest = result(task);
    if (digest.isEmpty() || look.isYoung()) {
      digests.remove(identity, task);
    }
    return digest;
  }

  /** Forgets what a file had, as it was hashed or written by other means since. */
  void forget(Path file, FileLook look) {
    digests.remove(identity(file, look));
  }

  private String digest(Path file, FileLook look) throws IOException {
    String digest = hash.of(file);
    if (!look.isStill(FileLook.of(file))) {
      throw new IOException(file + " was changed while it was hashed");
    }
    return digest;
  }

  /**
   * What tells files apart: how they look, and where they lie if that is all that tells. As text,
   * since the first comparison of two records takes a cold JVM ten milliseconds.
   */
  private static String identity(Path file, FileLook look) {
    String name = look.key().equals(FileLook.NO_KEY) ? file.toString() : look.key();
    return String.join(" ", Long.toString(look.size()), Long.toString(look.modified()), name);
  }

  private static Optional<String> result(FutureTask<String> task) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return Optional.of(task.get());
        } catch (InterruptedException e) {
          // Hashing ends soon, and whether a model is there does not depend on who asks.
          interrupted = true;
        } catch (ExecutionException e) {
          return Optional.empty();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
