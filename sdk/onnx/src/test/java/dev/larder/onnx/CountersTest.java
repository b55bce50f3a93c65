package dev.larder.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.EngineCounters;
import dev.larder.api.TextRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountersTest {

  @TempDir Path folder;

  @Test
  void runsAndWhatWentThroughThemAreCounted() {
    try (EmbeddingEngine engine = TestModel.tiny(folder).open()) {
      assertThat(engine.counters()).isEqualTo(EngineCounters.NONE);

      engine.embedAll(List.of("boat", "green boat"), TextRole.DOCUMENT);
      EngineCounters counters = engine.counters();

      assertThat(counters.runs()).isEqualTo(1);
      assertThat(counters.texts()).isEqualTo(2);
      assertThat(counters.tokens()).isEqualTo(3 + 4);
      assertThat(counters.padding()).isEqualTo(1);
      assertThat(counters.ran()).isPositive();
      assertThat(counters.waited()).isGreaterThanOrEqualTo(Duration.ZERO);
    }
  }

  @Test
  void theFlightRecorderSeesOpeningAndRuns() throws Exception {
    Path file = folder.resolve("recording.jfr");
    try (Recording recording = new Recording()) {
      recording.enable(OpenEvent.class);
      recording.enable(RunEvent.class);
      recording.start();
      try (EmbeddingEngine engine = TestModel.tiny(folder).open()) {
        engine.embed("boat", TextRole.DOCUMENT);
      }
      recording.stop();
      recording.dump(file);
    }

    List<RecordedEvent> events = RecordingFile.readAllEvents(file);
    assertThat(events)
        .extracting(event -> event.getEventType().getName())
        .containsExactlyInAnyOrder("dev.larder.Open", "dev.larder.Run");
    assertThat(events).allMatch(event -> event.getString("model").equals("tiny:onnx-fp32"));
    assertThat(events)
        .filteredOn(event -> event.getEventType().getName().equals("dev.larder.Run"))
        .allMatch(event -> event.getInt("texts") == 1 && event.getLong("tokens") == 3);
  }
}
