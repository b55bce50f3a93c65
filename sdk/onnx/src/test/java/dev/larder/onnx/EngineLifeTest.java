package dev.larder.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.TextRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
