package dev.larder.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.EngineCounters;
import dev.larder.api.EngineException;
import dev.larder.api.InterruptedCallException;
import dev.larder.core.catalog.Task;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class OpenOnceTest {

  private final InstalledModel model = InstalledModels.of("words", Task.EMBEDDING, "onnx");
  private final RecordingEngines engines = new RecordingEngines();
  private final OpenOnce<EmbeddingEngine> once = new OpenOnce<>(model.label(), this::open);

  private EngineLease<EmbeddingEngine> open() {
    EmbeddingEngine engine = (EmbeddingEngine) engines.open(model);
    return new EngineLease<>(engine, engine::close);
  }

  @Test
  void opensAtTheFirstUse() {
    assertThat(engines.events()).isEmpty();

    assertThat(once.get()).isSameAs(once.get());

    assertThat(engines.events()).containsExactly("open words:onnx");
  }

  @Test
  void manyThreadsOpenOne() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<EmbeddingEngine>> engine =
          threads.invokeAll(Collections.<Callable<EmbeddingEngine>>nCopies(64, once::get));
      for (Future<EmbeddingEngine> each : engine) {
        assertThat(each.get()).isSameAs(once.get());
      }
    } finally {
      threads.shutdown();
    }
    assertThat(engines.events()).containsExactly("open words:onnx");
  }

  @Test
  void aFailureIsNotKept() {
    EngineException failure = new EngineException("words:onnx", "no memory", null);
    engines.failAtOpening(failure);
    assertThatThrownBy(once::get).isSameAs(failure);

    engines.failAtOpening(null);

    assertThat(once.get().model().name()).isEqualTo("words");
  }

  @Test
  void closesWhatWasOpenedAndOnlyOnce() {
    once.get();

    once.close();
    once.close();

    assertThat(engines.events()).containsExactly("open words:onnx", "close words:onnx");
  }

  @Test
  void useAfterCloseNamesTheModelAndOpensNothing() {
    once.close();

    assertThatThrownBy(once::get)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The engine of \"words:onnx\" is closed");
    assertThat(engines.events()).isEmpty();
  }

  @Test
  void whoWaitsForAnotherToOpenItCanBeInterruptedAndTheOtherGoesOn() throws Exception {
    CountDownLatch opening = new CountDownLatch(1);
    CountDownLatch mayOpen = new CountDownLatch(1);
    OpenOnce<EmbeddingEngine> slow =
        new OpenOnce<>(
            model.label(),
            () -> {
              opening.countDown();
              awaitUninterruptibly(mayOpen);
              return open();
            });
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<EmbeddingEngine> opener = threads.submit(slow::get);
      opening.await();

      assertThat(slow.counters()).isEqualTo(EngineCounters.NONE);
      Thread.currentThread().interrupt();
      assertThatThrownBy(slow::get)
          .isInstanceOf(InterruptedCallException.class)
          .hasMessageContaining("The wait for the engine of words:onnx was interrupted.");
      assertThat(Thread.interrupted()).isTrue();

      mayOpen.countDown();
      assertThat(opener.get()).isSameAs(slow.get());
    } finally {
      threads.shutdown();
    }
    assertThat(engines.events()).containsExactly("open words:onnx");
  }

  @Test
  void anInterruptedThreadUsesWhatIsOpen() {
    EmbeddingEngine engine = once.get();

    Thread.currentThread().interrupt();

    assertThat(once.get()).isSameAs(engine);
    assertThat(Thread.interrupted()).isTrue();
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
