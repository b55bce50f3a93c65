package dev.larder.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.InterruptedCallException;
import dev.larder.api.StoreBusyException;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
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

  /** As in a Maven daemon, which loads a plugin anew when it has changed. */
  @Test
  void anotherClassLoaderOfThisProcessWaits() throws Exception {
    Path file = folder.resolve("loader.lock");
    Path log = folder.resolve("log");
    try (URLClassLoader loader = new URLClassLoader(classPath(), null)) {
      Thread holder = new Thread(() -> holdByAnotherClass(loader, file, log));
      holder.start();
      waitFor(log, "taken");
      assertThatThrownBy(
              () ->
                  new StoreLocks(Duration.ofMillis(200))
                      .whileHolding("minilm", file, who -> {}, () -> "never"))
          .isInstanceOf(StoreBusyException.class)
          .hasMessageContaining("process " + ProcessHandle.current().pid());
      holder.interrupt();
      holder.join();
    }
    assertThat(
            new StoreLocks(Duration.ofSeconds(5))
                .whileHolding("minilm", file, who -> {}, () -> "mine now"))
        .isEqualTo("mine now");
  }

  @Test
  void aWaitEndsWithAnInterruptAndLeavesTheLockToItsHolder() throws InterruptedException {
    Path file = folder.resolve("interrupted.lock");
    CountDownLatch taken = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    StoreLocks locks = new StoreLocks(Duration.ofSeconds(30));
    Thread holder =
        new Thread(
            () -> locks.whileHolding("minilm", file, who -> {}, () -> holdUntil(taken, done)));
    holder.start();
    taken.await();
    try {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> locks.whileHolding("minilm", file, who -> {}, () -> "never"))
          .isInstanceOf(InterruptedCallException.class)
          .hasMessageContaining("The wait for minilm was interrupted.");
      assertThat(Thread.interrupted()).isTrue();
    } finally {
      done.countDown();
      holder.join();
    }
    assertThat(locks.whileHolding("minilm", file, who -> {}, () -> "mine")).isEqualTo("mine");
  }

  /** What an interrupt closes would be of no use to this process any more, or lose its locks. */
  @Test
  void interruptsOfWhoHoldsALockNeitherCloseNorLoseIt() throws Exception {
    Path file = folder.resolve("storm.lock");
    Path log = folder.resolve("log");
    StoreLocks locks = new StoreLocks(Duration.ofSeconds(30));
    ProcessLock lock = ProcessLock.open(file);
    Thread.currentThread().interrupt();
    FileLock held = Objects.requireNonNull(lock.tryLock());
    assertThat(lock.holder()).startsWith("process " + ProcessHandle.current().pid());
    assertThat(Thread.interrupted()).isTrue();

    Process other = holdInAnotherProcess(file, log);
    try {
      // It has patience for five seconds.
      assertThat(other.waitFor()).isNotZero();
      assertThat(log).doesNotExist();
    } finally {
      other.destroyForcibly().waitFor();
    }

    Thread.currentThread().interrupt();
    ProcessLock.release(held);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(locks.whileHolding("minilm", file, who -> {}, () -> "mine")).isEqualTo("mine");
  }

  private static URL[] classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toUri())
        .map(StoreLocksTest::url)
        .toArray(URL[]::new);
  }

  private static URL url(URI uri) {
    try {
      return uri.toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static void holdByAnotherClass(ClassLoader loader, Path file, Path log) {
    try {
      Class<?> other = loader.loadClass(LockHolder.class.getName());
      assertThat(other).isNotSameAs(LockHolder.class);
      Method main = other.getDeclaredMethod("main", String[].class);
      main.setAccessible(true);
      main.invoke(null, (Object) new String[] {file.toString(), log.toString()});
    } catch (InvocationTargetException e) {
      // By the interrupt. Had it not got the lock, the test would wait for that in vain.
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("Not this test's own class", e);
    }
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
