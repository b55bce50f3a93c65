package dev.larder.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.StoreBusyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreLocksTest {

  @TempDir private Path folder;

  @Test
  void saysWhoHoldsALockThatIsNotFreeInTime() throws InterruptedException {
    Path file = folder.resolve("held.lock");
    CountDownLatch taken = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    Thread holder =
        new Thread(
            () ->
                new StoreLocks(Duration.ofSeconds(5))
                    .whileHolding("a model", file, who -> {}, () -> holdUntil(taken, done)));
    holder.start();
    assertThat(taken.await(5, TimeUnit.SECONDS)).isTrue();
    try {
      assertThatThrownBy(
              () ->
                  new StoreLocks(Duration.ofMillis(100))
                      .whileHolding("minilm", file, who -> {}, () -> "never"))
          .isInstanceOf(StoreBusyException.class)
          .hasMessageContaining("minilm")
          .hasMessageContaining("process " + ProcessHandle.current().pid());
    } finally {
      done.countDown();
      holder.join();
    }
  }

  @Test
  void anotherProcessWaits() throws Exception {
    Path file = folder.resolve("process.lock");
    Path log = folder.resolve("log");
    Process other = holdInAnotherProcess(file, log);
    try {
      waitFor(log, "taken");
      assertThatThrownBy(
              () ->
                  new StoreLocks(Duration.ofMillis(200))
                      .whileHolding("minilm", file, who -> {}, () -> "never"))
          .isInstanceOf(StoreBusyException.class)
          .hasMessageContaining("process " + other.pid());
    } finally {
      other.destroyForcibly().waitFor();
    }
    // A lock dies with its process, however that ends.
    assertThat(
            new StoreLocks(Duration.ofSeconds(5))
                .whileHolding("minilm", file, who -> {}, () -> "mine now"))
        .isEqualTo("mine now");
  }

  private static Process holdInAnotherProcess(Path file, Path log) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-classpath",
            System.getProperty("java.class.path"),
            LockHolder.class.getName(),
            file.toString(),
            log.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void waitFor(Path log, String text) throws Exception {
    for (int i = 0; i < 200; i++) {
      if (Files.exists(log) && Files.readString(log).contains(text)) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("The other process did not take the lock");
  }

  private static String holdUntil(CountDownLatch taken, CountDownLatch done) {
    taken.countDown();
    try {
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "held";
  }

  /** A process that takes a lock and keeps it until it is killed. */
  static final class LockHolder {

    private LockHolder() {}

    public static void main(String[] arguments) {
      new StoreLocks(Duration.ofSeconds(5))
          .whileHolding(
              "a model",
              Path.of(arguments[0]),
              who -> {},
              () -> {
                try {
                  Files.writeString(Path.of(arguments[1]), "taken");
                  Thread.sleep(60_000);
                } catch (IOException | InterruptedException e) {
                  throw new IllegalStateException(e);
                }
                return "held";
              });
    }
  }
}
