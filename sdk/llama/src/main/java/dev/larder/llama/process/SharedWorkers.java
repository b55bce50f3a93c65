package dev.larder.llama.process;

import dev.larder.llama.protocol.Request;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The workers of this process: one a model, however many injectors have engines of it. As wide as
 * the process, like the memory that it saves.
 */
final class SharedWorkers {

  private static final SharedWorkers OF_PROCESS = new SharedWorkers();

  private final Map<Key, Share> shares = new HashMap<>();

  private record Key(Request.Open open, String sha256, WorkerSettings settings) {}

  private static final class Share {
    private final Supervisor supervisor;
    private int engines;

    Share(Supervisor supervisor) {
      this.supervisor = supervisor;
    }
  }

  static SharedWorkers ofProcess() {
    return OF_PROCESS;
  }

  /** A share in the worker of a model; {@link #giveBack} it. */
  synchronized Supervisor take(
      String label, Request.Open open, String sha256, WorkerSettings settings) {
    Share share =
        shares.computeIfAbsent(
            new Key(open, sha256, settings),
            key ->
                new Share(
                    new Supervisor(
                        new CheckedFile(label, Path.of(open.file()), sha256),
                        open,
                        Launch.of(settings),
                        settings.idle(),
                        Supervisor.PATIENCE)));
    share.engines++;
    return share.supervisor;
  }

  /** The last share to be given back stops the worker. */
  void giveBack(Request.Open open, String sha256, WorkerSettings settings) {
    Supervisor unused = remove(new Key(open, sha256, settings));
    if (unused != null) {
      unused.close();
    }
  }

  private synchronized @Nullable Supervisor remove(Key key) {
    Share share = shares.get(key);
    if (share == null || --share.engines > 0) {
      return null;
    }
    shares.remove(key);
    return share.supervisor;
  }
}
