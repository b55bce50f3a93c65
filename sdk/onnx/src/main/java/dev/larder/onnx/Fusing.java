package dev.larder.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * Fuses operations of an optimised graph, and keeps that if it does the same.
 *
 * @param graph the file, with large tensors beside it
 */
record Fusing(Path graph, SessionMaker sessions, PreparedGraph.Trial trial) {

  /** Otherwise its tensors are in it, and it is not worth the memory. */
  private static final long MOST_BYTES = 16_000_000;

  /**
   * Replaces the graph by a fused one, if there is something to be fused.
   *
   * @param session of the graph as it is; closed if another one is returned
   * @return the session to be used
   */
  OrtSession replace(OrtSession session) {
    for (Rewriting rewriting : List.of(Rewriting.WHOLE, Rewriting.WITHOUT_ATTENTION)) {
      Optional<OrtSession> other = rewritten(session, rewriting);
      if (other.isPresent()) {
        return other.get();
      }
    }
    return session;
  }

  private Optional<OrtSession> rewritten(OrtSession session, Rewriting rewriting) {
    Path file = graph.resolveSibling("fused.onnx");
    try {
      Optional<byte[]> fused =
          Files.size(graph) > MOST_BYTES
              ? Optional.empty()
              : rewriting.of(Files.readAllBytes(graph));
      if (fused.isEmpty()) {
        return Optional.empty();
      }
      Files.write(file, fused.get());
      return tried(session, file);
    } catch (IOException | OrtException | IllegalArgumentException e) {
      // It goes on as it was.
      return Optional.empty();
    } finally {
      removeQuietly(file);
    }
  }

  /** The session of the rewritten graph, if it does the same; then the other one is closed. */
  private Optional<OrtSession> tried(OrtSession session, Path rewritten)
      throws IOException, OrtException {
    OrtSession other = sessions.makeOptimised(rewritten);
    boolean used = false;
    try {
      if (trial.agree(session, other)) {
        Files.move(rewritten, graph, StandardCopyOption.REPLACE_EXISTING);
        used = true;
      }
    } finally {
      (used ? session : other).close();
    }
    return used ? Optional.of(other) : Optional.empty();
  }

  private static void removeQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // A small file that nobody reads.
    }
  }
}
