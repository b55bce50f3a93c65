package dev.larder.core.store;

import dev.larder.api.InterruptedCallException;
import dev.larder.api.ModelException;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Provenance;
import dev.larder.core.catalog.RelativePath;
import dev.larder.core.fetch.Fetched;
import dev.larder.core.fetch.TransferListener;
import dev.larder.core.gguf.GgufHeader;
import dev.larder.core.lock.LockedFile;
import dev.larder.core.lock.LockedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings the files of several models into the store, a few at a time. */
final class Installer {

  /** As many as browsers and Maven fetch from one host at once, or fewer. */
  private static final int FILES_AT_ONCE = 4;

  /** For a thread that has to end what it is at; one that takes longer ends by itself, later. */
  private static final Duration LONGEST_END = Duration.ofSeconds(5);

  private final StoreLayout layout;
  private final BlobStore blobs;
  private final ProvenanceRecord record;
  private final KnownDigests digests;
  private final Room room;

  Installer(StoreLayout layout, BlobStore blobs, ProvenanceRecord record, KnownDigests digests) {
    this.digests = digests;
    this.layout = layout;
    this.blobs = blobs;
    this.record = record;
    this.room = new Room(layout, blobs);
  }

  /** One model, and its files on their way. */
  private record Order(WantedModel model, List<Arrival> arrivals) {}

  List<Installation> install(
      List<WantedModel> wanted,
      Fetchers fetchers,
      TransferListener listener,
      Inspection inspection) {
    try {
      return installAll(wanted, fetchers, listener, inspection);
    } catch (InterruptedCallException e) {
      String models = wanted.stream().map(WantedModel::label).collect(Collectors.joining(", "));
      throw new InterruptedCallException("Fetching " + models, e);
    }
  }

  private List<Installation> installAll(
      List<WantedModel> wanted,
      Fetchers fetchers,
      TransferListener listener,
      Inspection inspection) {
    wanted.forEach(model -> listener.announces(model.key().text(), model.licence()));
    FetchRun run = new FetchRun();
    List<Order> orders =
        wanted.stream().map(fetchers::describe).map(model -> order(model, listener, run)).toList();
    room.requireFor(orders.stream().flatMap(order -> order.arrivals.stream()).toList());
    ExecutorService threads = Executors.newFixedThreadPool(FILES_AT_ONCE, Installer::thread);
    try {
      List<List<Future<BlobStore.Stored>>> results =
          orders.stream()
              .map(
                  order ->
                      order.arrivals.stream()
                          .map(arrival -> threads.submit(() -> ensure(arrival, fetchers)))
                          .toList())
              .toList();
      List<Installation> installations = new ArrayList<>();
      RuntimeException failure = null;
      for (int i = 0; i < orders.size(); i++) {
        try {
          installations.add(publish(orders.get(i).model, await(results.get(i)), inspection));
        } catch (InterruptedCallException e) {
          throw e;
        } catch (RuntimeException e) {
          failure = firstCause(failure, e);
        }
      }
      if (failure != null) {
        throw failure;
      }
      return installations;
    } finally {
      run.cancel();
      end(threads);
    }
  }

  /** After an interrupt, too, nobody goes on in the background or holds a lock of the next call. */
  private static void end(ExecutorService threads) {
    threads.shutdownNow();
    long deadline = System.nanoTime() + LONGEST_END.toNanos();
    boolean interrupted = Thread.interrupted();
    boolean waiting = true;
    while (waiting) {
      try {
        threads.awaitTermination(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        waiting = false;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private Order order(WantedModel model, TransferListener listener, FetchRun run) {
    return new Order(
        model,
        model.files().stream()
            .map(file -> new Arrival(model, file, name(model, file), listener, run))
            .toList());
  }

  private @Nullable Path name(WantedModel model, ModelFile file) {
    String revision = model.revision();
    return revision == null
        ? null
        : RelativePath.in(
            layout.folder(model.key().name(), model.variant(), revision), file.path());
  }

  private BlobStore.Stored ensure(Arrival arrival, Fetchers fetchers) {
    try {
      return blobs.ensure(arrival, fetchers);
    } catch (RuntimeException e) {
      arrival.run().cancel();
      throw e;
    }
  }

  private static List<BlobStore.Stored> await(List<Future<BlobStore.Stored>> results) {
    List<BlobStore.Stored> stored = new ArrayList<>();
    RuntimeException failure = null;
    for (Future<BlobStore.Stored> result : results) {
      try {
        stored.add(result.get());
      } catch (ExecutionException e) {
        failure = firstCause(failure, asRuntime(e.getCause()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedCallException("The wait for the files", e);
      }
    }
    if (failure != null) {
      throw failure;
    }
    return stored;
  }

  /** What failed by itself goes before what was cancelled because of it. */
  private static RuntimeException firstCause(
      @Nullable RuntimeException known, RuntimeException other) {
    if (known == null || known instanceof CancellationException) {
      return other;
    }
    if (!(other instanceof CancellationException)) {
      known.addSuppressed(other);
    }
    return known;
  }

  private static RuntimeException asRuntime(@Nullable Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
  }

  private Installation publish(
      WantedModel model, List<BlobStore.Stored> stored, Inspection inspection) {
    Map<String, Provenance> fetched = new LinkedHashMap<>();
    WantedModel exact = model;
    for (BlobStore.Stored file : stored) {
      Fetched arrived = file.fetched();
      if (arrived != null) {
        fetched.put(file.file().path(), arrived.from());
        exact = exact.at(arrived.revision());
      }
    }
    List<LockedFile> files = stored.stream().map(BlobStore.Stored::file).toList();
    LockedModel locked = exact.locked(files);
    Path folder = layout.folder(locked);
    for (LockedFile file : files) {
      StoreFiles.link(layout.blob(file.sha256()), file.in(folder));
    }
    inspect(locked, folder, inspection);
    // The record first: with the stamp the model needs no second look, which would find it missing.
    record.add(locked, fetched);
    stamp(folder, files);
    return new Installation(locked, folder, fetched);
  }

  private static void inspect(LockedModel model, Path folder, Inspection inspection) {
    boolean known = !VerificationStamp.read(folder).lines().isEmpty();
    try {
      LfsPointer.refuse(model, folder);
      if (model.isGguf()) {
        Path file = folder.resolve(model.files().get(0).path());
        inspection.inspect(
            model, GgufHeader.read(model.key().name() + ":" + model.variant(), file));
      }
    } catch (ModelException e) {
      if (!known) {
        // Whole files in a model's folder are that model; without names, only the content stays.
        model.files().forEach(file -> StoreFiles.delete(file.in(folder)));
      }
      throw e;
    }
  }

  private void stamp(Path folder, List<LockedFile> files) {
    List<VerificationStamp.Line> lines = new ArrayList<>();
    for (LockedFile file : files) {
      Path path = file.in(folder);
      try {
        FileLook look = FileLook.of(path);
        // It may look as other bytes did that this process hashed in the same second.
        digests.forget(path, look);
        lines.add(new VerificationStamp.Line(file.sha256(), look, file.path()));
      } catch (IOException e) {
        throw StorageFault.of(path, e);
      }
    }
    new VerificationStamp(lines).write(folder);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "larder-fetch");
    thread.setDaemon(true);
    return thread;
  }
}
