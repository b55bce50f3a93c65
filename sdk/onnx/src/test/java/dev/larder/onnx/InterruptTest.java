package dev.larder.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.InterruptedCallException;
import dev.larder.api.TextRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Interrupted callers of a real model, beside others who are not. */
@Timeout(300)
class InterruptTest {

  private static final int TRIES = 200;
  private static final TextRole ROLE = TextRole.DOCUMENT;

  @TempDir Path folder;
  private final Random random = new Random(1);

  @Test
  void othersGetTheirVectorsAndTheNextCallSucceeds() throws Exception {
    List<String> texts = IntStream.range(0, 40).mapToObj(i -> "boat ".repeat(1 + i)).toList();
    int interrupted = 0;
    try (EmbeddingEngine engine = TestModel.tiny(folder).open()) {
      List<Embedding> expected = engine.embedAll(texts, ROLE);
      for (int i = 0; i < TRIES; i++) {
        Call impatient = Call.start(() -> engine.embedAll(texts, ROLE));
        Call patient = Call.start(() -> engine.embedAll(texts, ROLE));
        await(random.nextInt(10_000_000));
        impatient.thread.interrupt();

        same(patient.result.get(), expected);
        try {
          same(impatient.result.get(), expected);
        } catch (ExecutionException e) {
          assertThat(e).hasCauseInstanceOf(InterruptedCallException.class);
          assertThat(impatient.flag).isTrue();
          interrupted++;
        }
        same(engine.embedAll(texts, ROLE), expected);
      }
    }
    assertThat(interrupted).isPositive();
  }

  @Test
  void anEngineOpensForWhoeverAsksNext() throws Exception {
    TestModel model = TestModel.tiny(folder);
    for (int i = 0; i < 50; i++) {
      long nanos = i == 0 ? 0 : random.nextInt(50_000_000);
      Call opening =
          Call.start(
              () -> {
                try (EmbeddingEngine engine = model.open()) {
                  return engine.embedAll(List.of("a boat"), ROLE);
                }
              });
      await(nanos);
      opening.thread.interrupt();
      try {
        assertThat(opening.result.get()).hasSize(1);
      } catch (ExecutionException e) {
        assertThat(e).hasCauseInstanceOf(InterruptedCallException.class);
      }

      try (EmbeddingEngine next = model.open()) {
        assertThat(next.embed("a boat", ROLE).vector()).isNotEmpty();
      }
    }
  }

  private static void await(long nanos) {
    long end = System.nanoTime() + nanos;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  private static void same(List<Embedding> embeddings, List<Embedding> expected) {
    assertThat(embeddings).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(embeddings.get(i).cosine(expected.get(i))).isCloseTo(1, within(1e-5));
    }
  }

  /** A call in a thread of its own. */
  private static final class Call {
    private final CompletableFuture<List<Embedding>> result = new CompletableFuture<>();
    private final Thread thread;
    private volatile boolean flag;

    private Call(Supplier<List<Embedding>> action) {
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

    static Call start(Supplier<List<Embedding>> action) {
      Call call = new Call(action);
      call.thread.start();
      return call;
    }
  }
}
