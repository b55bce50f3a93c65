package dev.larder.its.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.TextRole;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A text's vector is the same alone, in any batch, in any order, from any thread. */
@WithRealModels
class SameVectorTest {

  private static final int THREADS = 8;
  private static final int TEXTS_A_THREAD = 6;

  private final RealModels models;
  private final List<String> texts = new ArrayList<>(EnglishTexts.read().all());

  SameVectorTest(RealModels models) {
    this.models = models;
    texts.add("");
    texts.add(String.join(" ", texts).repeat(2));
  }

  @ParameterizedTest
  @EnumSource
  void batchesAndTheirOrderDoNotMatter(RealModel model) {
    EmbeddingEngine engine = models.engine(model);
    List<Vector> alone = alone(engine);

    for (int size : List.of(2, 3, 7, 16, 33, texts.size())) {
      assertSame(model, engine, chosen(size, size), alone);
    }
  }

  @ParameterizedTest
  @EnumSource
  void threadsThatAskAtOnceDoNotMatter(RealModel model) throws Exception {
    EmbeddingEngine engine = models.engine(model);
    List<Vector> alone = alone(engine);
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      for (int threads = 1; threads <= THREADS; threads++) {
        CountDownLatch ready = new CountDownLatch(threads);
        List<Callable<Void>> calls = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
          List<Integer> chosen = chosen(TEXTS_A_THREAD, threads * THREADS + thread);
          calls.add(
              () -> {
                ready.countDown();
                ready.await();
                assertSame(model, engine, chosen, alone);
                return null;
              });
        }
        for (Future<Void> call : pool.invokeAll(calls)) {
          call.get();
        }
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private List<Vector> alone(EmbeddingEngine engine) {
    return texts.stream()
        .map(text -> new Vector(engine.embed(text, TextRole.DOCUMENT).vector()))
        .toList();
  }

  private void assertSame(
      RealModel model, EmbeddingEngine engine, List<Integer> chosen, List<Vector> alone) {
    List<Vector> together =
        Vector.of(engine.embedAll(chosen.stream().map(texts::get).toList(), TextRole.DOCUMENT));
    for (int i = 0; i < chosen.size(); i++) {
      assertThat(together.get(i).farthest(alone.get(chosen.get(i))))
          .as(texts.get(chosen.get(i)))
          .isLessThanOrEqualTo(model.tolerance());
    }
  }

  private List<Integer> chosen(int count, long seed) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, texts.size()).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    return order.subList(0, count);
  }
}
