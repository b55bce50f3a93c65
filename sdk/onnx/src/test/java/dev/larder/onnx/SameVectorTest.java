package dev.larder.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.EmbeddingRequest;
import dev.larder.api.Overlong;
import dev.larder.api.TextRole;
import dev.larder.core.catalog.Pooling;
import dev.larder.testkit.tiny.BertModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A text's vector is the same alone, in any batch, in any order, from any thread. */
class SameVectorTest {

  private static final int THREADS = 4;
  private static final int BATCHES = 16;

  /** How a model is, and how far apart two vectors of one text may be. */
  private enum Style {
    MEAN(1e-5f) {
      @Override
      TestModel in(Path folder) {
        return TestModel.tiny(folder);
      }
    },
    CLS(1e-5f) {
      @Override
      TestModel in(Path folder) {
        return TestModel.tiny(folder).pooling(Pooling.CLS);
      }
    },
    LAST(1e-5f) {
      @Override
      TestModel in(Path folder) {
        return TestModel.tiny(folder).pooling(Pooling.LAST);
      }
    },
    HALF_PRECISION(0) {
      @Override
      TestModel in(Path folder) {
        TestModel.tiny(folder);
        return TestModel.of(folder, HalfPrecision.of(folder.resolve(BertModel.ONNX)))
            .quantisation("fp16");
      }
    },
    DYNAMICALLY_QUANTISED(0) {
      @Override
      TestModel in(Path folder) {
        return TestModel.of(folder, QuantisedTable.network())
            .dimensions(TokenTable.DIMENSIONS)
            .quantisation("int8 (dynamic)");
      }
    };

    private final float distance;

    Style(float distance) {
      this.distance = distance;
    }

    abstract TestModel in(Path folder);
  }

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void batchesOrderAndThreadsDoNotMatter(Style style) throws Exception {
    List<String> texts = texts();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (EmbeddingEngine engine = style.in(folder).maxTokens(64).open()) {
      List<Embedding> alone =
          texts.stream().map(text -> embed(engine, List.of(text)).get(0)).toList();
      List<Callable<Void>> batches = new ArrayList<>();
      for (int seed = 0; seed < BATCHES; seed++) {
        List<Integer> chosen = chosen(new Random(seed), texts.size());
        batches.add(
            () -> {
              List<Embedding> together = embed(engine, chosen.stream().map(texts::get).toList());
              for (int i = 0; i < chosen.size(); i++) {
                assertSame(together.get(i), alone.get(chosen.get(i)), style.distance);
              }
              return null;
            });
      }
      for (Future<Void> batch : threads.invokeAll(batches)) {
        batch.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<Embedding> embed(EmbeddingEngine engine, List<String> texts) {
    return engine.embed(EmbeddingRequest.of(texts, TextRole.DOCUMENT).withOverlong(Overlong.CHUNK));
  }

  private static void assertSame(Embedding one, Embedding other, float distance) {
    assertThat(one.vector()).containsExactly(other.vector(), within(distance));
    assertThat(one.tokens()).isEqualTo(other.tokens());
  }

  /** Short ones, long ones, an empty one, and one that is read in windows. */
  private static List<String> texts() {
    List<String> texts = new ArrayList<>(OnnxEmbeddingEngineTest.manyTexts());
    texts.add("");
    texts.add("the green boat and the bread ".repeat(20));
    return texts;
  }

  private static List<Integer> chosen(Random random, int texts) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, texts).boxed().toList());
    Collections.shuffle(order, random);
    return order.subList(0, 1 + random.nextInt(texts));
  }
}
