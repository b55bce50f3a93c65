package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.larder.api.RankedDocument;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FakeRerankEngineTest {

  private final FakeRerankEngine engine = new FakeModels().rerank("ms-marco-minilm-l6-v2");

  @Test
  void theDocumentThatSharesTheMostWordsIsFirstAndEqualOnesStayInOrder() {
    List<RankedDocument> ranked =
        engine.rerank("the red bus", List.of("a train", "a red bus", "the boat", "one bus, bus"));

    assertThat(ranked)
        .containsExactly(
            new RankedDocument(1, 2, 0),
            new RankedDocument(2, 1, 0),
            new RankedDocument(3, 1, 0),
            new RankedDocument(0, 0, 0));
  }

  @Test
  void theDocumentIsCutWhereBothAreTooLong() {
    String filler = String.join(" ", Collections.nCopies(engine.maxTokens() - 1, "filler"));

    assertThat(engine.rerank("bus", List.of(filler + " bus")))
        .containsExactly(new RankedDocument(0, 0, 1));
  }

  @Test
  void aQueryThatLeavesNoRoomIsRefused() {
    String query = String.join(" ", Collections.nCopies(engine.maxTokens(), "word"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.rerank(query, List.of("bus")))
        .withMessageContaining("leaves no room");
    assertThat(engine.calls()).isEmpty();
  }

  @Test
  void remembersWhatItWasAsked() {
    engine.rerank("bus", List.of("train", "boat"));

    assertThat(engine.calls())
        .containsExactly(new FakeRerankEngine.Call("bus", List.of("train", "boat")));
  }
}
