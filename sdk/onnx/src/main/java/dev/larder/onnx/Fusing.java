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
    Path rewritten = graph.resolveSibling("fused.onnx");
    try {
      Optional<byte[]> fused =
          Files.size(graph) > MOST_BYTES
              ? Optional.empty()
              : SkipNormFusion.apply(Files.readAllBytes(graph));
      if (fused.isEmpty()) {
        return session;
      }
      Files.write(rewritten, fused.get());
      return tried(session, rewritten);
    } catch (IOException | OrtException | IllegalArgumentException e) {
      // It goes on as it was.
      return session;
    } finally {
      removeQuietly(rewritten);
    }
  }

  private OrtSession tried(OrtSession session, Path rewritten) throws IOException, OrtException {
    OrtSession other = sessions.makeOptimised(rewritten);
    boolean agreed = false;
    try {
      agreed = trial.agree(session, other);
    } finally {
      (agreed ? session : other).close();
    }
    if (agreed) {
      Files.move(rewritten, graph, StandardCopyOption.REPLACE_EXISTING);
    }
    return agreed ? other : session;
  }

  private static void removeQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // A small file that nobody reads.
    }
  }
}
