package dev.larder.testkit;

import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.larder.api.ChatMessage;
import dev.larder.api.Generation;
import dev.larder.api.GenerationRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FakeGenerationEngineTest {

  private final FakeGenerationEngine engine = new FakeModels().generation("smollm2-135m-instruct");

  private static GenerationRequest request(String question, int maxNewTokens, String... stop) {
    return GenerationRequest.of(
            List.of(ChatMessage.system("Be brief."), ChatMessage.user(question)))
        .withMaxNewTokens(maxNewTokens)
        .withStop(stop);
  }

  @Test
  void givesTheScriptedAnswersInTurnAndThenTheQuestion() {
    engine.answer("one");
    engine.answer("two");

    assertThat(engine.generate(request("three", 10)).text()).isEqualTo("one");
    assertThat(engine.generate(request("three", 10)).text()).isEqualTo("two");
    assertThat(engine.generate(request("three", 10)))
        .isEqualTo(new Generation("three", 3, 1, Generation.End.FINISHED, ZERO, ZERO));
  }

  @Test
  void handsOutTheAnswerInPieces() {
    List<String> pieces = new ArrayList<>();

    Generation generation = engine.generate(request("so it goes", 10), pieces::add);

    assertThat(pieces).containsExactly("so ", "it ", "goes");
    assertThat(generation.text()).isEqualTo("so it goes");
    assertThat(generation.newTokens()).isEqualTo(3);
  }

  @Test
  void endsAtTheLimitOfTheRequest() {
    assertThat(engine.generate(request("so it goes", 2)))
        .isEqualTo(new Generation("so it ", 5, 2, Generation.End.LIMIT, ZERO, ZERO));
  }

  @Test
  void endsBeforeAStopString() {
    assertThat(engine.generate(request("so it goes", 10, "goes", "it")))
        .isEqualTo(new Generation("so ", 5, 1, Generation.End.STOP, ZERO, ZERO));
  }

  @Test
  void refusesMessagesThatLeaveNoRoom() {
    String question = String.join(" ", Collections.nCopies(engine.maxTokens(), "word"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.generate(request(question, 10)))
        .withMessageContaining("leave no room");
    assertThat(engine.calls()).isEmpty();
  }

  @Test
  void remembersWhatItWasAsked() {
    GenerationRequest request = request("three", 10);

    engine.generate(request);

    assertThat(engine.calls()).containsExactly(request);
  }
}
