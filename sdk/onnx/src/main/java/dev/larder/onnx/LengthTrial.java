package dev.larder.onnx;

import com.sun.management.OperatingSystemMXBean;
import dev.larder.api.CorruptModelException;
import dev.larder.api.EngineException;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.engine.InstalledModel;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Finds out whether a network reads as many tokens as is said of it, which would otherwise come up
 * at the first long text. Once: what is found is remembered beside what is prepared of the model.
 *
 * <p>Very long texts are tried as far as this machine reads them in a few seconds, so that nobody
 * who has none waits for that, or runs out of memory.
 *
 * @param notes where that is remembered; nothing where nothing is prepared
 */
record LengthTrial(InstalledModel model, TextEncoder encoder, Optional<Path> notes) {

  /** What nearly every network reads, in a fraction of a second. */
  private static final int FIRST = 512;

  /** Time and memory grow by the square of the length, where they are long. */
  private static final int GROWTH = 4;

  private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(5);

  /** For each two tokens: what 16 heads of attention need three times over. */
  private static final long BYTES_A_PAIR = 16 * 3 * Float.BYTES;

  /**
   * @param token any that the network knows
   * @throws CorruptModelException if it does not
   */
  void run(long token) {
    int declared = model.variant().maxTokens();
    Optional<Path> note = notes.map(folder -> folder.resolve("reads-" + declared));
    if (note.isPresent() && Files.exists(note.get())) {
      return;
    }
    try {
      tryUpTo(declared, token);
      note.ifPresent(LengthTrial::write);
    } catch (EngineException e) {
      // For want of memory, of which there may be more the next time.
    }
  }

  private void tryUpTo(int declared, long token) {
    int length = Math.min(FIRST, declared);
    long took = nanos(length, token);
    while (length < declared) {
      length = Math.min(2 * length, declared);
      if (took * GROWTH > MOST_NANOS || BYTES_A_PAIR * length * length > memory() / GROWTH) {
        return;
      }
      took = nanos(length, token);
    }
  }

  private long nanos(int length, long token) {
    long start = System.nanoTime();
    try {
      encoder.encodeOnce(Tokens.repeated(token, length));
    } catch (EngineException e) {
      if (String.valueOf(e.getMessage()).contains("alloc")) {
        throw e;
      }
      throw new CorruptModelException(
          model.label(),
          model.file(FileRole.MODEL).toString(),
          "it is said to read %d tokens, and its network fails where a text has %d"
              .formatted(model.variant().maxTokens(), length),
          e);
    }
    return System.nanoTime() - start;
  }

  /** How many bytes there are, in a container those that it may have; 0 where nobody says. */
  private static long memory() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : 0;
  }

  private static void write(Path note) {
    try {
      if (Files.isDirectory(note.resolveSibling(""))) {
        Files.createFile(note);
      }
    } catch (IOException e) {
      // Another process was first; or else it is tried again.
    }
  }
}
