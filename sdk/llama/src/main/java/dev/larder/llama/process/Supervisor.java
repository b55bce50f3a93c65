package dev.larder.llama.process;

import dev.larder.api.CorruptModelException;
import dev.larder.api.EngineException;
import dev.larder.api.InterruptedCallException;
import dev.larder.llama.protocol.Answer;
import dev.larder.llama.protocol.Request;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a worker for one model: starts it when there is a call, again after it died, and stops it.
 *
 * <p>Safe for use by many threads at once. All who come while the model is loaded wait for the same
 * worker, without the monitor, so that each can be interrupted.
 */
final class Supervisor implements AutoCloseable {

  /**
   * Longer than a process that is to run waits for a processor, however busy the machine is. How
   * long its model takes makes no difference.
   */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String label;
  private final CheckedFile file;
  private final Request.Open open;
  private final Launch launch;
  private final Duration idle;
  private final Duration patience;
  private final Deaths deaths;

  private final AtomicLong lastCall = new AtomicLong(Request.OPENING);

  private @Nullable Connection connection;
  private volatile @Nullable Connection checked;
  private int calls;
  private long uses;
  private boolean closed;

  /**
   * @param idle after how long without a call the worker is stopped; zero for never
   * @param patience for how long nothing may be heard of a worker that is waited for
   */
  Supervisor(CheckedFile file, Request.Open open, Launch launch, Duration idle, Duration patience) {
    this.label = file.label();
    this.file = file;
    this.open = open;
    this.launch = launch;
    this.idle = idle;
    this.patience = patience;
    this.deaths = new Deaths(InstantSource.system());
  }

  String label() {
    return label;
  }

  /** A number that no other call has. */
  long nextCall() {
    return lastCall.incrementAndGet();
  }

  /**
   * A worker with its model loaded; {@link #release} it.
   *
   * @throws EngineException if there is none, and cannot be one
   * @throws CorruptModelException if the model cannot be loaded
   * @throws InterruptedCallException if the thread is interrupted meanwhile; the worker goes on
   * @throws IllegalStateException after {@link #close()}
   */
  Connection acquire() {
    if (!isRunning()) {
      // Native code is not to see what nobody has verified.
      file.require();
    }
    Connection current = join();
    try {
      requireLoaded(current);
      requireSame(current);
      return current;
    } catch (RuntimeException e) {
      release();
      throw e;
    }
  }

  private synchronized boolean isRunning() {
    Connection current = connection;
    return closed || (current != null && current.isAlive());
  }

  /** The file may have been replaced between the look at it and the worker's. */
  private void requireSame(Connection current) {
    if (checked != current) {
      try {
        file.require();
      } catch (CorruptModelException e) {
        current.close(e);
        throw e;
      }
      checked = current;
    }
  }

  private synchronized Connection join() {
    if (closed) {
      throw closedException();
    }
    Connection current = connection;
    if (current == null || !current.isAlive()) {
      deaths
          .tooMany()
          .ifPresent(
              problem -> {
                throw new EngineException(label, problem, null);
              });
      current = start();
      connection = current;
    }
    calls++;
    uses++;
    return current;
  }

  /** A call is over. */
  synchronized void release() {
    calls--;
    if (calls == 0 && !idle.isZero()) {
      long now = uses;
      CompletableFuture.delayedExecutor(idle.toMillis(), TimeUnit.MILLISECONDS)
          .execute(() -> stopUnlessUsed(now));
    }
  }

  private synchronized void stopUnlessUsed(long since) {
    Connection current = connection;
    if (calls == 0 && uses == since && current != null) {
      connection = null;
      current.close(closedException());
    }
  }

  private Connection start() {
    try {
      return new Connection(launch.start(), open, label, patience, this::died);
    } catch (IOException e) {
      throw new EngineException(
          label,
          "no worker can be started: %s. Where there is no other process to be had, -D%s=true runs models within the application, which their faults then end"
              .formatted(e.getMessage(), WorkerSettings.IN_PROCESS),
          e);
    }
  }

  private void requireLoaded(Connection current) {
    if (Answers.await(label, current.opening()) instanceof Answer.Failed failed) {
      current.close(closedException());
      throw failure(failed);
    }
  }

  private RuntimeException failure(Answer.Failed failed) {
    return failed.fault() == Answer.Fault.LIBRARY
        ? new EngineException(
            label,
            "llama.cpp's native library for %s on %s is missing or cannot be loaded: %s"
                .formatted(
                    System.getProperty("os.name"), System.getProperty("os.arch"), failed.problem()),
            null)
        : new CorruptModelException(
            label, open.file(), "llama.cpp cannot load it: " + failed.problem(), null);
  }

  private RuntimeException died(String obituary) {
    deaths.add(obituary);
    return new EngineException(label, "its worker " + obituary, null);
  }

  private IllegalStateException closedException() {
    return new IllegalStateException("The engine of \"%s\" is closed".formatted(label));
  }

  /** Stops the worker, and whoever waits for it. Idempotent. */
  @Override
  public synchronized void close() {
    closed = true;
    Connection current = connection;
    connection = null;
    if (current != null) {
      current.close(closedException());
    }
  }
}
