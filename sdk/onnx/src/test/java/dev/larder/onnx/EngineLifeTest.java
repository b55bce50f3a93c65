package dev.larder.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.TextRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EngineLifeTest {

  private static final int THREADS = 8;

  @TempDir Path folder;

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  @AfterEach
  void endThreads() {
    threads.shutdownNow();
  }

  @Test
  void manyThreadsGetTheirOwnTextsVectors() throws Exception {
    List<String> texts = OnnxEmbeddingEngineTest.manyTexts();
    try (EmbeddingEngine engine = TestModel.tiny(folder).open()) {
      List<Embedding> expected = engine.embedAll(texts, TextRole.DOCUMENT);
      List<Callable<Void>> tasks = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int first = thread;
        tasks.add(
            () -> {
              for (int i = 0; i < 100; i++) {
                int text = (first * 7 + i) % (texts.size() - 3);
                List<Embedding> actual =
                    engine.embedAll(texts.subList(text, text + 1 + i % 3), TextRole.DOCUMENT);
                for (int j = 0; j < actual.size(); j++) {
                  assertThat(actual.get(j).vector())
                      .containsExactly(expected.get(text + j).vector(), within(1e-5f));
                }
              }
              return null;
            });
      }
      for (Future<Void> task : threads.invokeAll(tasks)) {
        task.get();
      }
    }
  }

  @Test
  void useAfterCloseNamesTheModel() {
    EmbeddingEngine engine = TestModel.tiny(folder).open();
    engine.close();
    engine.close();

    assertThatThrownBy(() -> engine.embed("boat", TextRole.QUERY))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("tiny:onnx-fp32");
    assertThatThrownBy(() -> engine.countTokens("boat", TextRole.QUERY))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void closingWaitsForWhoeverIsEmbedding() throws Exception {
    List<String> texts = OnnxEmbeddingEngineTest.manyTexts();
    EmbeddingEngine engine = TestModel.tiny(folder).open();
    CountDownLatch started = new CountDownLatch(THREADS);
    List<Future<IllegalStateException>> ends = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      ends.add(threads.submit(() -> embedUntilClosed(engine, texts, started)));
    }
    started.await();
    engine.close();

    for (Future<IllegalStateException> end : ends) {
      assertThat(end.get()).hasMessageContaining("closed");
    }
  }

  private static IllegalStateException embedUntilClosed(
      EmbeddingEngine engine, List<String> texts, CountDownLatch started) {
    try {
      while (true) {
        assertThat(engine.embedAll(texts, TextRole.QUERY)).hasSameSizeAs(texts);
        started.countDown();
      }
    } catch (IllegalStateException e) {
      return e;
    }
  }
}
