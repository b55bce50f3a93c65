package dev.larder.hub;

import dev.larder.api.DownloadFailedException;
import dev.larder.api.InterruptedCallException;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Tries again after a passing fault, as long as tries bring new bytes, and a few times where they
 * do not.
 */
final class Retries {

  private static final int MOST_FRUITLESS_TRIES = 5;

  /** The hub counts requests in windows of five minutes, and asks for one second more. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(301);

  /** So that even tries that all bring a little come to an end. */
  private static final int MOST_TRIES = 1000;

  private final Pause pause;
  private final Pace pace;
  private final HttpUrl url;
  private final LongSupplier bytes;
  private final LongSupplier keptBytes;
  private long mostBytes;
  private int tries;
  private int fruitlessTries;

  /**
   * @param pace at which a try has to bring bytes
   * @param url what is asked, without a query, for messages
   * @param bytes how many bytes there are so far
   * @param keptBytes how many of them stay, if nothing more comes
   */
  Retries(Pause pause, Pace pace, HttpUrl url, LongSupplier bytes, LongSupplier keptBytes) {
    this.pause = pause;
    this.pace = pace;
    this.url = url;
    this.bytes = bytes;
    this.keptBytes = keptBytes;
    this.mostBytes = bytes.getAsLong();
  }

  /** One try. */
  @FunctionalInterface
  interface Try<T> {
    T run() throws IOException;
  }

  /**
   * @throws DownloadFailedException if there is nothing more to try
   * @throws InterruptedCallException if the thread is interrupted
   */
  <T> T run(Try<T> attempt) {
    try {
      return persist(attempt);
    } catch (IOException fault) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedCallException("The download from " + url, fault);
      }
      throw failure(fault);
    }
  }

  /**
   * @throws IOException the last fault, if there is nothing more to try
   */
  <T> T persist(Try<T> attempt) throws IOException {
    while (true) {
      long start = System.nanoTime();
      try {
        return attempt.run();
      } catch (IOException fault) {
        countTry(System.nanoTime() - start);
        Duration wait = waitAfter(fault);
        if (isFinal(fault)
            || fruitlessTries >= MOST_FRUITLESS_TRIES
            || tries >= MOST_TRIES
            || wait.compareTo(LONGEST_PAUSE) > 0) {
          throw fault;
        }
        waitFor(wait, fault);
      }
    }
  }

  private void countTry(long nanos) {
    long now = bytes.getAsLong();
    boolean fruitful = now > mostBytes && pace.isKept(now - mostBytes, nanos);
    tries++;
    fruitlessTries = fruitful ? 0 : fruitlessTries + 1;
    mostBytes = Math.max(mostBytes, now);
  }

  private Duration waitAfter(IOException fault) {
    // 1, 2, 4, 8 seconds; at once after a try that got on.
    Duration growing =
        fruitlessTries == 0 ? Duration.ZERO : Duration.ofSeconds(1L << (fruitlessTries - 1));
    return fault instanceof PassingFault passing ? passing.pause().orElse(growing) : growing;
  }

  private void waitFor(Duration wait, IOException fault) throws IOException {
    try {
      pause.take(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw fault;
    }
  }

  private static boolean isFinal(IOException fault) {
    return fault instanceof FinalFault
        || (fault instanceof ConnectionFault connecting && connecting.isFinal())
        || Thread.currentThread().isInterrupted();
  }

  private DownloadFailedException failure(IOException fault) {
    String problem =
        fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
    return fault instanceof HttpFault ours
        ? failure(
            problem, ours.remedy().orElse(DownloadFailedException.TRY_AGAIN), fault.getCause())
        : failure(problem, DownloadFailedException.TRY_AGAIN, fault);
  }

  private DownloadFailedException failure(
      String problem, String remedy, @Nullable Throwable cause) {
    return new DownloadFailedException(
        url.toString(), problem, keptBytes.getAsLong(), remedy, cause);
  }
}
