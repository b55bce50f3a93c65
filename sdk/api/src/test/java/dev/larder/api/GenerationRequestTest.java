package dev.larder.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenerationRequestTest {

  private static final List<ChatMessage> HELLO = List.of(ChatMessage.user("Hello"));

  @Test
  void aSingleQuestionIsAnsweredDeterministically() {
    GenerationRequest request = GenerationRequest.of("Hello");
    assertThat(request.messages()).isEqualTo(HELLO);
    assertThat(request.sampling()).isEqualTo(Sampling.likeliest());
    assertThat(request.maxNewTokens()).isEqualTo(512);
    assertThat(request.stop()).isEmpty();
  }

  @Test
  void thereIsAtLeastOneMessage() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GenerationRequest.of(List.of()))
        .withMessage("A request needs at least one message");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void anAnswerHasAtLeastOneToken(int maxNewTokens) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GenerationRequest.of(HELLO).withMaxNewTokens(maxNewTokens))
        .withMessage("maxNewTokens is %d, not positive", maxNewTokens);
  }

  @ParameterizedTest
  @ValueSource(floats = {-0.1f, 2.1f, Float.NaN, Float.POSITIVE_INFINITY})
  void theTemperatureIsFromZeroToTwo(float temperature) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sampling.at(temperature, 0))
        .withMessage("temperature is %s, not in 0 to 2", temperature);
  }

  @Test
  void itsListsAreItsOwn() {
    List<ChatMessage> messages = new ArrayList<>(HELLO);
    GenerationRequest request = GenerationRequest.of(messages);
    messages.add(ChatMessage.assistant("Hi"));
    assertThat(request.messages()).isEqualTo(HELLO);
  }

  @Test
  void aNullMessageIsRefused() {
    assertThatNullPointerException()
        .isThrownBy(() -> GenerationRequest.of(Arrays.asList(new ChatMessage[] {null})));
  }

  @Test
  void whatIsChangedLeavesTheRest() {
    GenerationRequest request =
        GenerationRequest.of("Hello")
            .withMaxNewTokens(7)
            .withSampling(new Sampling(1, 40, 0.9f, 0.05f, 3))
            .withStop("END")
            .withFormat(new AnswerFormat.Grammar("root ::= \"a\""));

    assertThat(request)
        .isEqualTo(
            new GenerationRequest(
                HELLO,
                7,
                new Sampling(1, 40, 0.9f, 0.05f, 3),
                List.of("END"),
                new AnswerFormat.Grammar("root ::= \"a\"")));
  }

  @Test
  void aStopStringIsNotEmpty() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GenerationRequest.of("Hello").withStop("END", ""))
        .withMessage("A stop string is empty");
  }

  @Test
  void samplingStaysWithinItsRanges() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Sampling(1, -1, 1, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Sampling(1, 0, 0, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Sampling(1, 0, 1.1f, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Sampling(1, 0, 1, 1, 0));
  }
}
