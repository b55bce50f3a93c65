package dev.larder.core.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A lock file, opened once and never closed: a POSIX file lock belongs to the process, and is lost
 * as soon as any descriptor of its file is closed.
 *
 * <p>A {@code FileChannel} is closed by an interrupt of the thread that uses it; opening it anew
 * would not do, since closing it loses the locks that other class loaders of this process have on
 * the file. An asynchronous channel takes the same locks, knows of each other's, and heeds no
 * interrupts.
 *
 * @param threads what the threads of this process take turns with before they touch the file
 */
record ProcessLock(Path path, AsynchronousFileChannel channel, ReentrantLock threads) {

  /** Beyond the text about the holder, which others must be able to read on Windows. */
  private static final long LOCKED_BYTE = 1L << 40;

  private static final int MAX_HOLDER = 200;

  static ProcessLock open(Path path) {
    return new ProcessLock(path, StoreFiles.openLock(path), new ReentrantLock());
  }

  /** Takes the lock and says so in the file; null where another process has it. */
  @Nullable FileLock tryLock() {
    try {
      FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
      if (lock != null) {
        writeHolder();
      }
      return lock;
    } catch (OverlappingFileLockException e) {
      // Another class loader of this process holds it, as in a Maven daemon.
      return null;
    } catch (IOException e) {
      throw StorageFault.of(path, e);
    }
  }

  static void release(FileLock lock) {
    try {
      lock.release();
    } catch (IOException e) {
      // Only a closed channel fails here, and then the lock is gone already.
    }
  }

  /** Who has the lock, for messages. */
  String holder() {
    ByteBuffer text = ByteBuffer.allocate(MAX_HOLDER);
    try {
      finish(channel.read(text, 0));
    } catch (IOException e) {
      return "unknown";
    }
    return StandardCharsets.UTF_8.decode(text.flip()).toString();
  }

  private void writeHolder() {
    String holder =
        "process %d on %s, since %s"
            .formatted(
                ProcessHandle.current().pid(),
                HostName.local(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
    try {
      channel.truncate(0);
      finish(channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0));
    } catch (IOException e) {
      // Only a message would have used it.
    }
  }

  /** Waits for some bytes to be read or written, which is not worth an interrupt. */
  private static void finish(Future<Integer> transfer) throws IOException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          transfer.get();
          return;
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw new IOException(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
