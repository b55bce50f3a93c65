package dev.larder.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.TextRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What only shows after a while: short in every build, long with the profile {@code soak}. */
class EnduranceTest {

  private static final int THREADS = 16;
  private static final Duration CROWD = Duration.ofSeconds(Integer.getInteger("onnx.seconds", 2));
  private static final int CYCLES = Integer.getInteger("onnx.cycles", 80);

  /** A model that is not given back costs more than this after a few cycles. */
  private static final long MEBIBYTES = 24;

  @TempDir Path folder;

  @Test
  void aCrowdGetsItsOwnTextsVectors() throws Exception {
    List<String> texts = OnnxEmbeddingEngineTest.manyTexts();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (EmbeddingEngine engine = TestModel.tiny(folder).open()) {
      List<Embedding> expected = engine.embedAll(texts, TextRole.DOCUMENT);
      long end = System.nanoTime() + CROWD.toNanos();
      List<Callable<Integer>> crowd = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        Random random = new Random(thread);
        crowd.add(
            () -> {
              int checked = 0;
              while (System.nanoTime() < end) {
                int from = random.nextInt(texts.size());
                int to = Math.min(texts.size(), from + 1 + random.nextInt(4));
                List<Embedding> actual = engine.embedAll(texts.subList(from, to), TextRole.QUERY);
                for (int i = from; i < to; i++) {
                  assertThat(actual.get(i - from).vector())
                      .containsExactly(expected.get(i).vector(), within(1e-5f));
                  checked++;
                }
              }
              return checked;
            });
      }
      for (Future<Integer> member : threads.invokeAll(crowd)) {
        assertThat(member.get()).isPositive();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void openingAndClosingLeavesNothingBehind() throws Exception {
    ChildProcess.End end =
        ChildProcess.of(OpenAndClose.class, folder.toString(), "" + CYCLES)
            .withOptions("-Xms96m", "-Xmx96m", "-XX:+AlwaysPreTouch")
            .run(folder.resolve("output.txt"));

    assertThat(end.output()).contains("grown by ");
    long grown = Long.parseLong(end.output().replaceAll("(?s).*grown by (-?\\d+).*", "$1"));
    assertThat(grown).as("MiB after %d cycles", CYCLES).isLessThan(MEBIBYTES);
  }
}
