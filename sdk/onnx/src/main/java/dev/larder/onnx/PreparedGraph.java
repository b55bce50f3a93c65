package dev.larder.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.larder.api.StorageException;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.engine.InstalledModel;
import dev.larder.core.file.FreshFolder;
import dev.larder.core.store.DerivedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * A network as ONNX Runtime has optimised it, its matrices arranged for this processor in a file
 * that is mapped into memory. Opening it takes a tenth of the time, and several sessions and
 * processes share its memory.
 *
 * <p>It lies in the model's folder, and goes with it. What is published was tried against the
 * network as it was exported, and has digests; where it is not what it was then, or cannot be made,
 * the model's own file is run.
 *
 * @param folder named by the runtime's version, the processor, the model's file, and what is made
 *     of it
 */
record PreparedGraph(Path folder) {

  private static final String GRAPH = "graph.onnx";

  /** For short texts, several of which are run at once; only where that is another graph. */
  private static final String ROWS = "rows.onnx";

  private static final String WEIGHTS = "weights.bin";

  /** What is smaller is opened fast enough. */
  private static final long LEAST_BYTES = 8_000_000;

  /** What is larger would take long to write, and much room: its folder stays empty. */
  private static final long MOST_BYTES = 1_000_000_000;

  /**
   * The prepared graph is larger than the model: some matrices are there in two arrangements. And
   * meanwhile the exported one lies beside it.
   */
  private static final int ROOM = 4;

  /** Where it is or may be; nothing for a model that is opened fast enough without. */
  static Optional<Path> folderOf(InstalledModel model) {
    Path file = model.file(FileRole.MODEL);
    String version = OnnxRuntimeLibrary.version();
    try {
      long size = Files.size(file);
      if (size < LEAST_BYTES || version.isEmpty()) {
        return Optional.empty();
      }
      int content =
          Objects.hash(
              Rewriting.VERSION,
              model.info().sha256(),
              size,
              Files.getLastModifiedTime(file).toMillis());
      return Optional.of(
          file.resolveSibling(
              ".onnxruntime-%s-%s-%08x".formatted(version, Processor.fingerprint(), content)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Decides whether operations stay fused; given a folder for files that it needs meanwhile. */
  interface Trials {
    GraphTrial in(Path folder);
  }

  /**
   * Sessions of what was prepared, or of the model's own file, which is prepared by that.
   *
   * @param callers how many threads may run texts at once
   */
  static SessionsByLength open(
      InstalledModel model, SessionMaker sessions, int callers, Trials trials) throws OrtException {
    Path file = model.file(FileRole.MODEL);
    Optional<SessionsByLength> prepared =
        folderOf(model)
            .map(PreparedGraph::new)
            .flatMap(graph -> graph.open(file, sessions, callers, trials));
    return prepared.isPresent()
        ? prepared.get()
        : SessionsByLength.only(new Sessions(sessions.make(file), Optional::empty, callers));
  }

  private Optional<SessionsByLength> open(
      Path model, SessionMaker sessions, int callers, Trials trials) {
    if (!files().areIntact() && !isMadeAnew(model, sessions, trials)) {
      return Optional.empty();
    }
    if (!Files.isRegularFile(folder.resolve(GRAPH))) {
      return Optional.empty();
    }
    try {
      return Optional.of(openPrepared(model, sessions, callers));
    } catch (OrtException e) {
      files().remove();
      return Optional.empty();
    }
  }

  private DerivedFiles files() {
    return new DerivedFiles(folder);
  }

  private SessionsByLength openPrepared(Path model, SessionMaker sessions, int callers)
      throws OrtException {
    if (!Files.isRegularFile(folder.resolve(ROWS))) {
      return SessionsByLength.only(
          new Sessions(
              sessions.makeOptimised(folder.resolve(GRAPH)), another(GRAPH, sessions), callers));
    }
    Sessions byRows =
        new Sessions(
            sessions.makeOptimised(folder.resolve(ROWS)), another(ROWS, sessions), callers);
    return new SessionsByLength(
        byRows,
        Optional.of(first -> first.beside(openGraph(model, sessions), another(GRAPH, sessions))));
  }

  /** Long after the other one: in between it may have come to harm. */
  private OrtSession openGraph(Path model, SessionMaker sessions) throws OrtException {
    try {
      if (files().areIntact()) {
        return sessions.makeOptimised(folder.resolve(GRAPH));
      }
    } catch (OrtException e) {
      files().remove();
    }
    return sessions.make(model);
  }

  /** A further session with one thread a run, which shares the memory of the first. */
  private Sessions.Opener another(String graph, SessionMaker sessions) {
    return () -> {
      try {
        return files().areIntact()
            ? Optional.of(sessions.withOneThread().makeOptimised(folder.resolve(graph)))
            : Optional.empty();
      } catch (OrtException e) {
        return Optional.empty();
      }
    };
  }

  /** Whether it is here now; what was here before is not to be trusted. */
  private boolean isMadeAnew(Path model, SessionMaker sessions, Trials trials) {
    files().remove();
    try {
      long size = Files.size(model);
      boolean isPrepared = size <= MOST_BYTES;
      long needed = isPrepared ? size * ROOM : 0;
      if (files().exist()
          || Files.getFileStore(folder.resolveSibling("")).getUsableSpace() < needed) {
        return false;
      }
      try (FreshFolder fresh = FreshFolder.of(folder)) {
        if (isPrepared) {
          make(model, fresh.path(), sessions, trials);
        }
        DerivedFiles.seal(fresh.path());
        publish(fresh);
      }
      return files().areIntact();
    } catch (IOException | OrtException | StorageException e) {
      return false;
    }
  }

  private static void make(Path model, Path fresh, SessionMaker sessions, Trials trials)
      throws IOException, OrtException {
    Path graph = fresh.resolve(GRAPH);
    sessions.make(model, options -> saveInto(fresh, options)).close();
    boolean isFit;
    try (GraphTrial trial = trials.in(fresh.resolve("trial"))) {
      isFit = new Fusing(graph, sessions, trial).apply(fresh.resolve(ROWS));
    }
    if (!isFit) {
      // What stays is an empty folder, so that this is found once.
      Files.delete(graph);
      Files.deleteIfExists(fresh.resolve(WEIGHTS));
    }
  }

  private static void saveInto(Path folder, OrtSession.SessionOptions options) throws OrtException {
    save(options, folder.resolve(GRAPH), WEIGHTS);
    options.addConfigEntry("session.save_external_prepacked_constant_initializers", "1");
  }

  /** Has a graph written as it is after optimisation, its matrices in a file beside it. */
  static void save(OrtSession.SessionOptions options, Path graph, String weights)
      throws OrtException {
    options.setOptimizedModelFilePath(graph.toString());
    options.addConfigEntry("session.optimized_model_external_initializers_file_name", weights);
    options.addConfigEntry(
        "session.optimized_model_external_initializers_min_size_in_bytes", "1024");
  }

  private static void publish(FreshFolder fresh) {
    try {
      fresh.publish();
    } catch (IOException e) {
      // Another process was first; or else the next one tries again.
    }
  }
}
