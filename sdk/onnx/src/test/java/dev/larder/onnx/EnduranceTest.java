package dev.larder.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.TextRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What only shows after a while: short in every build, long with the profile {@code soak}. */
class EnduranceTest {

  private static final int THREADS = 16;
  private static final Duration CROWD = Duration.ofSeconds(Integer.getInteger("onnx.seconds", 2));
  private static final int CYCLES = Integer.getInteger("onnx.cycles", 80);

  private static final int STRETCHES = 4;
  private static final Pattern GROWN = Pattern.compile("grown by (-?\\d+)");

  /** One each cycle; an engine that is not closed keeps seven. */
  private static final long MEBIBYTES = CYCLES / STRETCHES;

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

  /**
   * What the allocator keeps for itself comes once, and in another stretch each time; what leaks
   * comes in every stretch. So the one that grew least counts.
   */
  @Test
  @EnabledOnOs(OS.LINUX)
  void openingAndClosingLeavesNothingBehind() throws Exception {
    ChildProcess.End end =
        ChildProcess.of(
                OpenAndClose.class, folder.toString(), "" + STRETCHES, "" + CYCLES / STRETCHES)
            .withOptions("-Xms96m", "-Xmx96m", "-XX:+AlwaysPreTouch")
            .run(folder.resolve("output.txt"));

    List<Long> grown =
        GROWN.matcher(end.output()).results().map(line -> Long.valueOf(line.group(1))).toList();
    assertThat(grown).as(end.output()).hasSize(STRETCHES);
    assertThat(Collections.min(grown)).as(end.output()).isLessThan(MEBIBYTES);
  }
}
