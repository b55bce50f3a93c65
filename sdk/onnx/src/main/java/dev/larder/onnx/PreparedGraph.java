package dev.larder.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.engine.InstalledModel;
import dev.larder.core.file.Folders;
import dev.larder.core.file.FreshFolder;
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
 * <p>It lies in the model's folder, and goes with it.
 *
 * @param folder named by the runtime's version, the processor, the model's file, and what is made
 *     of it
 */
record PreparedGraph(Path folder) {

  private static final String GRAPH = "graph.onnx";
  private static final String WEIGHTS = "weights.bin";

  /** What is smaller is opened fast enough. */
  private static final long LEAST_BYTES = 8_000_000;

  /** What is larger would take long to write, and much room. */
  private static final long MOST_BYTES = 1_000_000_000;

  /**
   * The prepared graph is larger than the model: some matrices are there in two arrangements. And
   * meanwhile the exported one lies beside it.
   */
  private static final int ROOM = 4;

  /** Where it is or may be; nothing for a model for which it would not pay. */
  private static Optional<PreparedGraph> of(InstalledModel model) {
    Path file = model.file(FileRole.MODEL);
    String version = OnnxRuntimeLibrary.version();
    try {
      long size = Files.size(file);
      if (size < LEAST_BYTES || size > MOST_BYTES || version.isEmpty()) {
        return Optional.empty();
      }
      int content =
          Objects.hash(
              Rewriting.VERSION,
              model.info().sha256(),
              size,
              Files.getLastModifiedTime(file).toMillis());
      return Optional.of(
          new PreparedGraph(
              file.resolveSibling(
                  ".onnxruntime-%s-%s-%08x".formatted(version, Processor.fingerprint(), content))));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Decides whether operations stay fused; given a folder for files that it needs meanwhile. */
  interface Trials {
    GraphTrial in(Path folder);
  }

  /** A session of what was prepared, or of the model's own file, which is prepared by that. */
  static OrtSession open(InstalledModel model, SessionMaker sessions, Trials trials)
      throws OrtException {
    Path file = model.file(FileRole.MODEL);
    Optional<PreparedGraph> prepared = of(model);
    Optional<OrtSession> session = prepared.flatMap(graph -> graph.open(file, sessions, trials));
    return session.isPresent() ? session.get() : sessions.make(file);
  }

  /**
   * A further session, where the graph is prepared: then it shares the memory of the first.
   *
   * @return nothing where it is not
   */
  static Optional<OrtSession> another(InstalledModel model, SessionMaker sessions) {
    return of(model)
        .map(prepared -> prepared.folder.resolve(GRAPH))
        .filter(Files::isRegularFile)
        .flatMap(
            graph -> {
              try {
                return Optional.of(sessions.makeOptimised(graph));
              } catch (OrtException e) {
                return Optional.empty();
              }
            });
  }

  private Optional<OrtSession> open(Path model, SessionMaker sessions, Trials trials) {
    if (!Files.isRegularFile(folder.resolve(GRAPH))) {
      return prepare(model, sessions, trials);
    }
    try {
      return Optional.of(sessions.makeOptimised(folder.resolve(GRAPH)));
    } catch (OrtException e) {
      remove();
      return Optional.empty();
    }
  }

  private Optional<OrtSession> prepare(Path model, SessionMaker sessions, Trials trials) {
    try {
      long needed = Files.size(model) * ROOM;
      if (Files.getFileStore(folder.resolveSibling("")).getUsableSpace() < needed) {
        return Optional.empty();
      }
      try (FreshFolder fresh = FreshFolder.of(folder)) {
        // Its matrices are in memory of its own; those of the graph that it writes are mapped.
        sessions.make(model, options -> saveInto(fresh.path(), options)).close();
        Path graph = fresh.path().resolve(GRAPH);
        try (GraphTrial trial = trials.in(fresh.path().resolve("trial"))) {
          new Fusing(graph, sessions, trial).apply();
        }
        OrtSession session = sessions.makeOptimised(graph);
        publish(fresh);
        return Optional.of(session);
      }
    } catch (IOException | OrtException e) {
      return Optional.empty();
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

  /** The session is there, whatever becomes of this. */
  private static void publish(FreshFolder fresh) {
    try {
      fresh.publish();
    } catch (IOException e) {
      // Another process was first; or else the next one tries again.
    }
  }

  /** It turned out to be of no use. */
  private void remove() {
    try {
      Folders.remove(folder);
    } catch (IOException e) {
      // Then it is tried, and found to be of no use, again.
    }
  }
}
