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

  /** Replaces the graph by a fused one, if there is something to be fused. */
  void apply() throws IOException {
    if (!isFused(Rewriting.WHOLE)) {
      isFused(Rewriting.WITHOUT_ATTENTION);
    }
  }

  private boolean isFused(Rewriting rewriting) throws IOException {
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
      if (passes(file)) {
        Files.move(file, graph, StandardCopyOption.REPLACE_EXISTING);
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

  private boolean passes(Path fused) throws IOException, OrtException {
    try (OrtSession session = sessions.makeOptimised(fused)) {
      return trial.passes(fused, session);
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
