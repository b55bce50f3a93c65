package dev.larder.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.EngineException;
import dev.larder.api.InterruptedCallException;
import dev.larder.api.RerankEngine;
import dev.larder.core.catalog.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class OpenEnginesTest {

  private final InstalledModel words = InstalledModels.of("words", Task.EMBEDDING, "onnx");
  private final RecordingEngines engines = new RecordingEngines();
  private final OpenEngines open = new OpenEngines();

  private EngineLease<EmbeddingEngine> lease(EngineProvider provider, InstalledModel model) {
    return open.open(EmbeddingEngine.class, provider, model);
  }

  @Test
  void allWhoNeedAModelShareAnEngineThatTheLastCloses() {
    EngineLease<EmbeddingEngine> one = lease(engines, words);
    EngineLease<EmbeddingEngine> other = lease(engines, words);

    assertThat(one.engine()).isSameAs(other.engine());
    one.release().run();
    assertThat(engines.events()).containsExactly("open words:onnx");
    other.release().run();
    assertThat(engines.events()).containsExactly("open words:onnx", "close words:onnx");
  }

  @Test
  void isOpenedAnewAfterTheLastHasClosedIt() {
    lease(engines, words).release().run();

    lease(engines, words);

    assertThat(engines.events())
        .containsExactly("open words:onnx", "close words:onnx", "open words:onnx");
  }

  @Test
  void theSameFilesInAnotherStoreAreTheSameModel() {
    InstalledModel elsewhere =
        new InstalledModel(words.model(), words.variant(), words.locked(), Path.of("elsewhere"));

    assertThat(lease(engines, words).engine()).isSameAs(lease(engines, elsewhere).engine());
  }

  @Test
  void otherFilesAndOtherProvidersHaveEnginesOfTheirOwn() {
    EmbeddingEngine engine = lease(engines, words).engine();

    assertThat(lease(new RecordingEngines(), words).engine()).isNotSameAs(engine);
    assertThat(lease(engines, InstalledModels.of("terms", Task.EMBEDDING, "onnx")).engine())
        .isNotSameAs(engine);
  }

  @Test
  void aFailureToOpenIsNobodysEngine() {
    EngineException failure = new EngineException("words:onnx", "no memory", null);
    engines.failAtOpening(failure);
    assertThatThrownBy(() -> lease(engines, words)).isSameAs(failure);
    engines.failAtOpening(null);

    lease(engines, words).release().run();

    assertThat(engines.events()).containsExactly("open words:onnx", "close words:onnx");
  }

  @Test
  void anEngineOfAnotherTypeIsClosedAgain() {
    assertThatThrownBy(() -> open.open(RerankEngine.class, engines, words))
        .isInstanceOf(ClassCastException.class);

    assertThat(engines.events()).containsExactly("open words:onnx", "close words:onnx");
  }

  @Test
  void aCrowdThatComesAndGoesNeverHasTwoAndLeavesNone() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    CountDownLatch allHaveIt = new CountDownLatch(8);
    Callable<EmbeddingEngine> visit =
        () -> {
          EngineLease<EmbeddingEngine> lease = lease(engines, words);
          allHaveIt.countDown();
          allHaveIt.await();
          lease.release().run();
          return lease.engine();
        };
    List<EmbeddingEngine> seen = new ArrayList<>();
    try {
      for (Future<EmbeddingEngine> each : threads.invokeAll(Collections.nCopies(8, visit))) {
        seen.add(each.get());
      }
    } finally {
      threads.shutdown();
    }

    assertThat(seen).containsOnly(seen.get(0));
    assertThat(engines.events()).containsExactly("open words:onnx", "close words:onnx");
  }

  @Test
  void whoIsInterruptedWhileAnotherOpensLeavesNoShareBehind() throws Exception {
    CountDownLatch opening = new CountDownLatch(1);
    CountDownLatch mayOpen = new CountDownLatch(1);
    engines.beforeOpening(
        () -> {
          opening.countDown();
          mayOpen.await();
        });
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      Future<EngineLease<EmbeddingEngine>> opener = threads.submit(() -> lease(engines, words));
      opening.await();

      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> lease(engines, words))
          .isInstanceOf(InterruptedCallException.class)
          .hasMessageContaining("words:onnx");
      assertThat(Thread.interrupted()).isTrue();

      mayOpen.countDown();
      opener.get().release().run();
    } finally {
      threads.shutdown();
    }
    assertThat(engines.events()).containsExactly("open words:onnx", "close words:onnx");
  }

  @Test
  void theProcessHasOne() {
    assertThat(OpenEngines.ofProcess()).isSameAs(OpenEngines.ofProcess());
  }
}
