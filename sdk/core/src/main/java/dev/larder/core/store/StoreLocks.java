package dev.larder.core.store;

import dev.larder.api.StoreBusyException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Exclusive locks between the threads of this process and between processes. */
final class StoreLocks {

  /**
   * The locks of this process. They have to be known process-wide: a POSIX file lock belongs to the
   * process, and is lost as soon as any descriptor of its file is closed. So each lock file is
   * opened once and never closed, and threads take turns before they touch it.
   */
  private static final ConcurrentMap<Path, LockFile> OPEN = new ConcurrentHashMap<>();

  /** Beyond the text about the holder, which others must be able to read on Windows. */
  private static final long LOCKED_BYTE = 1L << 40;

  private static final int MAX_HOLDER = 200;
  private static final long POLL_MILLIS = 50;

  /** A wait as short as this is not worth a message. */
  private static final long QUIET_MILLIS = 1000;

  private final Duration patience;

  /**
   * @param patience how long to wait for a lock
   */
  StoreLocks(Duration patience) {
    this.patience = patience;
  }

  private record LockFile(Path path, FileChannel channel, ReentrantLock threadLock) {}

  /** Says the first thing and nothing more. Used by one thread. */
  private static final class Once implements Consumer<String> {

    private final Consumer<String> listener;
    private boolean said;

    Once(Consumer<String> listener) {
      this.listener = listener;
    }

    @Override
    public void accept(String holder) {
      if (!said) {
        said = true;
        listener.accept(holder);
      }
    }
  }

  /**
   * Does something while nobody else does anything under the same lock.
   *
   * @param what what the lock guards, for messages
   * @param waiting is told once who holds the lock, if that takes a while
   * @throws StoreBusyException if it is not free in time
   */
  <T> T whileHolding(String what, Path path, Consumer<String> waiting, Supplier<T> action) {
    LockFile file = OPEN.computeIfAbsent(path, StoreLocks::open);
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      Consumer<String> once = new Once(waiting);
      if (!file.threadLock.tryLock(QUIET_MILLIS, TimeUnit.MILLISECONDS)) {
        once.accept("another thread of " + holder(file));
        if (!file.threadLock.tryLock(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
          throw busy(what, "another thread of " + holder(file));
        }
      }
      try {
        FileLock lock = waitForProcesses(what, file, once, deadline);
        try {
          return action.get();
        } finally {
          release(lock);
        }
      } finally {
        file.threadLock.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy(what, "unknown: the wait was interrupted");
    }
  }

  private FileLock waitForProcesses(
      String what, LockFile file, Consumer<String> waiting, long deadline)
      throws InterruptedException {
    long quietUntil = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(QUIET_MILLIS);
    while (true) {
      FileLock lock = tryLock(file);
      if (lock != null) {
        writeHolder(file);
        return lock;
      }
      if (System.nanoTime() > deadline) {
        throw busy(what, holder(file));
      }
      if (System.nanoTime() > quietUntil) {
        waiting.accept(holder(file));
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  private static @Nullable FileLock tryLock(LockFile file) {
    try {
      return file.channel.tryLock(LOCKED_BYTE, 1, false);
    } catch (OverlappingFileLockException e) {
      // Another class loader of this process holds it, as in a Maven daemon.
      return null;
    } catch (IOException e) {
      throw StoreFiles.failure(file.path, e);
    }
  }

  private static void release(FileLock lock) {
    try {
      lock.release();
    } catch (IOException e) {
      // Only a closed channel fails here, and then the lock is gone already.
    }
  }

  private static LockFile open(Path path) {
    Path folder = path.getParent();
    if (folder != null) {
      StoreFiles.createFolder(folder);
    }
    try {
      FileChannel channel =
          FileChannel.open(
              path,
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              LinkOption.NOFOLLOW_LINKS);
      return new LockFile(path, channel, new ReentrantLock());
    } catch (IOException e) {
      throw StoreFiles.failure(path, e);
    }
  }

  private static void writeHolder(LockFile file) {
    String holder =
        "process %d on %s, since %s"
            .formatted(
                ProcessHandle.current().pid(),
                HostName.local(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
    try {
      file.channel.truncate(0);
      file.channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
    } catch (IOException e) {
      // Only a message would have used it.
    }
  }

  private static String holder(LockFile file) {
    ByteBuffer text = ByteBuffer.allocate(MAX_HOLDER);
    try {
      file.channel.read(text, 0);
    } catch (IOException e) {
      return "unknown";
    }
    return StandardCharsets.UTF_8.decode(text.flip()).toString();
  }

  private StoreBusyException busy(String what, String holder) {
    return new StoreBusyException(what, holder, patience.toSeconds());
  }
}
