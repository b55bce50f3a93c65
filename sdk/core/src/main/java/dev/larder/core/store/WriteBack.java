package dev.larder.core.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * Has a growing file written to the disk while it comes, by a thread of its own, so that the last
 * force finds little to do. Used by one thread.
 */
final class WriteBack {

  /** How much may lie in memory before it is worth a force. */
  private static final long STRETCH = 64L << 20;

  private final FileChannel channel;
  private long begun;
  private @Nullable Thread force;
  private volatile @Nullable IOException fault;

  WriteBack(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Says how long the file is now.
   *
   * @throws IOException if bytes before could not be written
   */
  void grownTo(long size) throws IOException {
    if (size - begun >= STRETCH && (force == null || !force.isAlive())) {
      end();
      begun = size;
      force = new Thread(this::force, "larder-write-back");
      force.setDaemon(true);
      force.start();
    }
  }

  private void force() {
    try {
      channel.force(false);
    } catch (IOException e) {
      fault = e;
    }
  }

  /**
   * Waits for the force under way.
   *
   * @throws IOException if one has failed; the system says so only once, to whom it happens first
   */
  void end() throws IOException {
    boolean interrupted = Thread.interrupted();
    while (force != null) {
      try {
        force.join();
        force = null;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (fault != null) {
      throw fault;
    }
  }
}
