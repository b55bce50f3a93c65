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
    assertThat(request.temperature()).isZero();
    assertThat(request.maxNewTokens()).isEqualTo(512);
    assertThat(request.stop()).isEmpty();
  }

  @Test
  void thereIsAtLeastOneMessage() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GenerationRequest(List.of(), 1, 0, 0, List.of()))
        .withMessage("A request needs at least one message");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void anAnswerHasAtLeastOneToken(int maxNewTokens) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GenerationRequest(HELLO, maxNewTokens, 0, 0, List.of()))
        .withMessage("maxNewTokens is %d, not positive", maxNewTokens);
  }

  @ParameterizedTest
  @ValueSource(floats = {-0.1f, 2.1f, Float.NaN, Float.POSITIVE_INFINITY})
  void theTemperatureIsFromZeroToTwo(float temperature) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GenerationRequest(HELLO, 1, temperature, 0, List.of()))
        .withMessage("temperature is %s, not in 0 to 2", temperature);
  }

  @Test
  void itsListsAreItsOwn() {
    List<ChatMessage> messages = new ArrayList<>(HELLO);
    GenerationRequest request = new GenerationRequest(messages, 1, 2, 0, List.of("END"));
    messages.add(ChatMessage.assistant("Hi"));
    assertThat(request.messages()).isEqualTo(HELLO);
  }

  @Test
  void aNullMessageIsRefused() {
    assertThatNullPointerException()
        .isThrownBy(
            () ->
                new GenerationRequest(Arrays.asList(new ChatMessage[] {null}), 1, 0, 0, List.of()));
  }
}
