package dev.larder.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.GenerationEngine;
import dev.larder.api.GenerationRequest;
import dev.larder.api.GenerationStream;
import dev.larder.api.InterruptedCallException;
import dev.larder.api.TextRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An interrupt ends a call of a model, and neither its worker nor any other call. */
@Timeout(300)
class InterruptTest {

  private static final List<String> TEXTS =
      IntStream.range(1, 60).mapToObj("boat "::repeat).toList();

  @TempDir Path folder;
  private final Random random = new Random(1);

  @AfterEach
  void nothingIsLeftBehind() {
    assertThat(Workers.ofThisProcess()).isEmpty();
  }

  @Test
  void theWorkerStaysAndEveryVectorIsTheRightOne() throws Exception {
    int interrupted = 0;
    try (EmbeddingEngine engine = TestModel.tiny(folder).embedding()) {
      List<Embedding> expected = engine.embedAll(TEXTS, TextRole.DOCUMENT);
      ProcessHandle worker = Workers.only();
      for (int i = 0; i < 60; i++) {
        Call<List<Embedding>> call = new Call<>(() -> engine.embedAll(TEXTS, TextRole.DOCUMENT));
        call.interruptAfter(random.nextInt(30_000_000));
        try {
          same(call.result.get(), expected);
        } catch (ExecutionException e) {
          assertThat(e).hasCauseInstanceOf(InterruptedCallException.class);
          assertThat(call.flag).isTrue();
          interrupted++;
        }
        same(engine.embedAll(TEXTS.subList(0, 9), TextRole.DOCUMENT), expected.subList(0, 9));
      }
      assertThat(Workers.only()).isEqualTo(worker);
    }
    assertThat(interrupted).isPositive();
  }

  @Test
  void whoIsInterruptedWhileAModelOpensLeavesNoWorkerBehind() throws Exception {
    TestModel model = TestModel.tiny(folder);
    for (int i = 0; i < 6; i++) {
      Call<Integer> call =
          new Call<>(
              () -> {
                try (EmbeddingEngine engine = model.embedding()) {
                  return engine.countTokens("a boat", TextRole.DOCUMENT);
                }
              });
      call.interruptAfter(i == 0 ? 0 : random.nextInt(400_000_000));
      try {
        assertThat(call.result.get()).isPositive();
      } catch (ExecutionException e) {
        assertThat(e).hasCauseInstanceOf(InterruptedCallException.class);
      }
      assertThat(Workers.ofThisProcess()).isEmpty();
    }
    try (EmbeddingEngine engine = model.embedding()) {
      assertThat(engine.countTokens("a boat", TextRole.DOCUMENT)).isPositive();
    }
  }

  @Test
  void aStreamThatWasWaitedForGoesOnAndTheNextOneIsWhole() {
    try (GenerationEngine engine = TestModel.chat(folder).generation()) {
      GenerationRequest request = GenerationRequest.of("tell me");
      String whole = engine.generate(request).text();

      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> engine.stream(request)).isInstanceOf(InterruptedCallException.class);
      assertThat(Thread.interrupted()).isTrue();

      try (GenerationStream stream = engine.stream(request)) {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> drain(stream))
            .isInstanceOf(InterruptedCallException.class)
            .hasMessageContaining("The wait for the answer of tiny:gguf-test was interrupted.");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(stream.result().text()).isEqualTo(whole);
      }
      assertThat(engine.generate(request).text()).isEqualTo(whole);
    }
  }

  private static void drain(GenerationStream stream) {
    while (stream.hasNext()) {
      stream.next();
    }
  }

  private static void same(List<Embedding> embeddings, List<Embedding> expected) {
    assertThat(embeddings).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(embeddings.get(i).cosine(expected.get(i))).isCloseTo(1, within(1e-3));
    }
  }

  /** A call in a thread of its own. */
  private static final class Call<T> {
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final Thread thread;
    private volatile boolean flag;

    Call(Supplier<T> action) {
      thread =
          new Thread(
              () -> {
                try {
                  result.complete(action.get());
                } catch (RuntimeException | Error e) {
                  flag = Thread.currentThread().isInterrupted();
                  result.completeExceptionally(e);
                }
              });
    }

    void interruptAfter(long nanos) {
      thread.start();
      long end = System.nanoTime() + nanos;
      while (System.nanoTime() < end) {
        Thread.onSpinWait();
      }
      thread.interrupt();
    }
  }
}
