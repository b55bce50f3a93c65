package dev.larder.llama;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.TextRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadTest {

  private static final int CALLERS = 16;
  private static final int TEXTS = 10_000;
  private static final int DIFFERENT = 500;

  @TempDir Path folder;

  @Test
  void sixteenCallersGetTheirOwnTextsVectors() throws Exception {
    List<String> texts =
        IntStream.range(0, TEXTS)
            .map(i -> i % DIFFERENT)
            .mapToObj(i -> "boat %d of the harbour, %s".formatted(i, "and home ".repeat(i % 5)))
            .toList();
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try (EmbeddingEngine engine = TestModel.tiny(folder).embedding()) {
      List<Callable<List<Embedding>>> calls = new ArrayList<>();
      for (int caller = 0; caller < CALLERS; caller++) {
        List<String> share =
            texts.subList(caller * TEXTS / CALLERS, (caller + 1) * TEXTS / CALLERS);
        calls.add(() -> engine.embedAll(share, TextRole.DOCUMENT));
      }
      List<Embedding> together = new ArrayList<>();
      for (Future<List<Embedding>> call : callers.invokeAll(calls)) {
        together.addAll(call.get());
      }

      assertThat(together).hasSize(TEXTS);
      for (int i = 0; i < DIFFERENT; i++) {
        Embedding alone = engine.embed(texts.get(i), TextRole.DOCUMENT);
        for (int same = i; same < TEXTS; same += DIFFERENT) {
          assertThat(together.get(same)).isEqualTo(alone);
        }
      }
    } finally {
      callers.shutdownNow();
    }
  }
}
