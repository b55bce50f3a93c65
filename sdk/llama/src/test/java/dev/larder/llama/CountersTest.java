package dev.larder.llama;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.EmbeddingRequest;
import dev.larder.api.EngineCounters;
import dev.larder.api.Overlong;
import dev.larder.api.TextRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountersTest {

  @TempDir Path folder;

  @Test
  void whatWentThroughTheWorkerIsCounted() {
    try (EmbeddingEngine engine = TestModel.tiny(folder).embedding()) {
      assertThat(engine.counters()).isEqualTo(EngineCounters.NONE);

      engine.embedAll(List.of("boat", "green boat"), TextRole.DOCUMENT);
      EngineCounters counters = engine.counters();

      assertThat(counters.runs()).isEqualTo(2);
      assertThat(counters.texts()).isEqualTo(2);
      assertThat(counters.tokens()).isEqualTo(3 + 4);
      assertThat(counters.padding()).isZero();
      assertThat(counters.ran()).isPositive();
      assertThat(counters.waited()).isGreaterThanOrEqualTo(Duration.ZERO);
    }
  }

  @Test
  void thePartsOfATextAreCounted() {
    try (EmbeddingEngine engine = TestModel.tiny(folder).maxTokens(32).embedding()) {
      engine.embed(
          EmbeddingRequest.of(List.of("the long way home ".repeat(20)), TextRole.DOCUMENT)
              .withOverlong(Overlong.CHUNK));

      assertThat(engine.counters().texts()).isGreaterThan(2);
      assertThat(engine.counters().tokens()).isGreaterThan(4 * 20);
    }
  }

  @Test
  void enginesThatShareAWorkerCountForThemselves() {
    TestModel model = TestModel.tiny(folder);
    try (EmbeddingEngine one = model.embedding();
        EmbeddingEngine other = model.embedding()) {
      one.embed("boat", TextRole.QUERY);

      assertThat(one.counters().texts()).isEqualTo(1);
      assertThat(other.counters()).isEqualTo(EngineCounters.NONE);
    }
  }
}
