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

  /** The prepared graph is larger than the model: some matrices are there in two arrangements. */
  private static final int ROOM = 3;

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

  /** Finds out whether two sessions do the same. */
  interface Trial {
    boolean agree(OrtSession original, OrtSession rewritten) throws OrtException;
  }

  /**
   * A session of what was prepared, or of the model's own file, which is prepared by that.
   *
   * @param trial what decides whether operations are fused
   */
  static OrtSession open(InstalledModel model, SessionMaker sessions, Trial trial)
      throws OrtException {
    Path file = model.file(FileRole.MODEL);
    Optional<PreparedGraph> prepared = of(model);
    Optional<OrtSession> session = prepared.flatMap(graph -> graph.open(file, sessions, trial));
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

  private Optional<OrtSession> open(Path model, SessionMaker sessions, Trial trial) {
    if (!Files.isRegularFile(folder.resolve(GRAPH))) {
      return prepare(model, sessions, trial);
    }
    try {
      return Optional.of(sessions.makeOptimised(folder.resolve(GRAPH)));
    } catch (OrtException e) {
      remove();
      return Optional.empty();
    }
  }

  private Optional<OrtSession> prepare(Path model, SessionMaker sessions, Trial trial) {
    try {
      long needed = Files.size(model) * ROOM;
      if (Files.getFileStore(folder.resolveSibling("")).getUsableSpace() < needed) {
        return Optional.empty();
      }
      try (FreshFolder fresh = FreshFolder.of(folder)) {
        OrtSession session = sessions.make(model, options -> saveInto(fresh.path(), options));
        session = new Fusing(fresh.path().resolve(GRAPH), sessions, trial).replace(session);
        publish(fresh);
        return Optional.of(session);
      }
    } catch (IOException | OrtException e) {
      return Optional.empty();
    }
  }

  private static void saveInto(Path folder, OrtSession.SessionOptions options) throws OrtException {
    options.setOptimizedModelFilePath(folder.resolve(GRAPH).toString());
    options.addConfigEntry("session.optimized_model_external_initializers_file_name", WEIGHTS);
    options.addConfigEntry(
        "session.optimized_model_external_initializers_min_size_in_bytes", "1024");
    options.addConfigEntry("session.save_external_prepacked_constant_initializers", "1");
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
