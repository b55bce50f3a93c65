package dev.larder.llama;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.testkit.tiny.TinyChatModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** An application with its workers, seen from outside. */
@DisabledOnOs(OS.WINDOWS)
class ProcessTest {

  /** What users are promised. */
  private static final Duration PROMISED = Duration.ofSeconds(2);

  /**
   * A machine that is busy with other things may miss it now and then; a fault misses it always.
   */
  private static final int TRIES = 5;

  @TempDir Path folder;

  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void endWhatIsLeft() {
    started.forEach(Process::destroyForcibly);
  }

  private Process start(String atTheEnd) throws IOException {
    Path work = Files.createDirectories(folder.resolve("work"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                "-Dmodels.dir=" + folder.resolve("larder"),
                "-cp",
                System.getProperty("java.class.path"),
                Application.class.getName(),
                folder.resolve("models").toString(),
                atTheEnd)
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output().toFile())
            .start();
    started.add(process);
    return process;
  }

  private Path output() {
    return folder.resolve("output");
  }

  /** Everything that is printed until the application has done its work. */
  private String untilReady(Process process) throws IOException, InterruptedException {
    while (!Files.readString(output()).contains(Application.READY)) {
      assertThat(process.isAlive() || Files.readString(output()).contains(Application.READY))
          .as(Files.readString(output()))
          .isTrue();
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return Files.readString(output());
  }

  @Test
  void anApplicationThatClosesNothingEndsByItself() throws Exception {
    assertSoon(
        () -> {
          Process application = start("leave");
          assertThat(untilReady(application))
              .contains("Embedding[96 dimensions, 3 tokens, 0 truncated]")
              .contains(TinyChatModel.STORY);

          Duration end = timeUntilGone(List.of(application.toHandle()));
          assertThat(application.waitFor()).isZero();
          return end;
        });
  }

  @Test
  void theWorkersOfAKilledApplicationEnd() throws Exception {
    assertSoon(
        () -> {
          Process application = start("wait");
          untilReady(application);
          List<ProcessHandle> workers = Workers.of(application.toHandle());
          assertThat(workers).hasSize(2);

          application.destroyForcibly();
          return timeUntilGone(workers);
        });
  }

  /** Whatever ends has to end in every try, and as soon as is promised in one of them. */
  private static void assertSoon(Callable<Duration> ending) throws Exception {
    List<Duration> ends = new ArrayList<>();
    while (ends.size() < TRIES && ends.stream().noneMatch(ProcessTest::isSoon)) {
      ends.add(ending.call());
    }
    assertThat(ends).anyMatch(ProcessTest::isSoon);
  }

  private static boolean isSoon(Duration end) {
    return end.compareTo(PROMISED) < 0;
  }

  private static Duration timeUntilGone(List<ProcessHandle> processes) throws InterruptedException {
    long start = System.nanoTime();
    while (processes.stream().anyMatch(ProcessHandle::isAlive)) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Test
  void textsAreNeitherPrintedNorWrittenDownEvenInACrash() throws Exception {
    Process application = start("wait");
    untilReady(application);
    for (ProcessHandle worker : Workers.of(application.toHandle())) {
      Workers.signal(worker, "SEGV");
    }
    TimeUnit.SECONDS.sleep(1);
    application.destroyForcibly().waitFor();

    assertThat(Files.readString(output())).doesNotContain(Application.SECRET);
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> folder.relativize(file).toString())
                  .filter(file -> !file.startsWith("models") && !file.equals("output")))
          .allMatch(file -> file.endsWith("libjllama.so"));
    }
  }

  @Test
  void aStoreThatTheLocaleCannotSpellIsAnErrorOfItsOwn() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            "sh",
            "-c",
            "exec \"$0\" \"-Dmodels.dir=$(printf 'm\\303\\274ller')\" \"$@\"",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Application.class.getName(),
            folder.resolve("models").toString(),
            "leave");
    builder.environment().put("LC_ALL", "C");
    Process application =
        builder
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output().toFile())
            .start();
    started.add(application);

    assertThat(application.waitFor()).isNotZero();
    assertThat(Files.readString(output(), StandardCharsets.ISO_8859_1))
        .contains("[Models/Storage]")
        .contains("this process cannot name it")
        .contains("LC_ALL=C.UTF-8");
  }

  @Test
  void modelsRunWithinTheApplicationWhereThatIsAskedFor() throws Exception {
    Process application = start("in-process");

    assertThat(untilReady(application)).contains(TinyChatModel.STORY);
    assertThat(application.children()).isEmpty();
  }
}
