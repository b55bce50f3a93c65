package dev.larder.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Fuses operations of an optimised graph, and keeps that if it does the same.
 *
 * @param graph the file, with large tensors beside it
 */
record Fusing(Path graph, SessionMaker sessions, GraphTrial trial) {

  /** Otherwise its tensors are in it, and it is not worth the memory. */
  private static final long MOST_BYTES = 16_000_000;

  /** Whether a graph may be used. */
  private interface Examination {
    boolean passes(Path file, OrtSession session) throws IOException, OrtException;
  }

  /**
   * Replaces the graph by a fused one, if there is something to be fused.
   *
   * @param rows where to put another form of it, which runs short texts together, if there is one
   * @return whether the graph, as it is now, passes a trial
   */
  boolean apply(Path rows) throws IOException, OrtException {
    boolean isFit =
        isMade(Rewriting.WHOLE, trial::passes, graph)
            || isMade(Rewriting.WITHOUT_ATTENTION, trial::passes, graph)
            || passes(graph, trial::passesUnfused);
    if (isFit && isMade(Rewriting.BY_ROWS, trial::passesByRows, rows)) {
      // What is left for it is run alone.
      isMade(Rewriting.WITHOUT_MASK, trial::passesUnpadded, graph);
    }
    return isFit;
  }

  private boolean isMade(Rewriting rewriting, Examination examination, Path target)
      throws IOException {
    Path file = graph.resolveSibling("fused.onnx");
    try {
      Optional<byte[]> fused =
          Files.size(graph) > MOST_BYTES
              ? Optional.empty()
              : rewriting.of(Files.readAllBytes(graph));
      if (fused.isEmpty()) {
        return false;
      }
      Files.write(file, fused.get());
      if (passes(file, examination)) {
        Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
        return true;
      }
      return false;
    } catch (OrtException | IllegalArgumentException e) {
      // It goes on as it was.
      return false;
    } finally {
      removeQuietly(file);
    }
  }

  private boolean passes(Path fused, Examination examination) throws IOException, OrtException {
    try (OrtSession session = sessions.makeOptimised(fused)) {
      return examination.passes(fused, session);
    }
  }

  private static void removeQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // A small file that nobody reads.
    }
  }
}
