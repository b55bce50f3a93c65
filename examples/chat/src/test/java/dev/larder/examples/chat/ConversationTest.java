package dev.larder.examples.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.larder.api.ChatMessage;
import dev.larder.api.GenerationRequest;
import dev.larder.testkit.FakeGenerationEngine;
import dev.larder.testkit.FakeModels;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationTest {

  private final FakeGenerationEngine engine = new FakeModels().generation("tiny-chat");
  private final Conversation conversation = new Conversation(engine);

  private String ask(String question) {
    return conversation.ask(question, piece -> {}).text();
  }

  private List<ChatMessage> lastAsked() {
    List<GenerationRequest> calls = engine.calls();
    return calls.get(calls.size() - 1).messages();
  }

  @Test
  void theModelIsToldWhatWasSaidBefore() {
    engine.answer("forty-two");
    ask("how many?");
    ask("of what?");

    assertThat(lastAsked())
        .containsExactly(
            ChatMessage.user("how many?"),
            ChatMessage.assistant("forty-two"),
            ChatMessage.user("of what?"));
  }

  @Test
  void thePiecesAreTheAnswer() {
    engine.answer("once a small boat");
    List<String> pieces = new ArrayList<>();

    assertThat(conversation.ask("tell me", pieces::add).text()).isEqualTo("once a small boat");
    assertThat(pieces).containsExactly("once ", "a ", "small ", "boat");
  }

  @Test
  void aResetForgetsAll() {
    ask("how many?");
    conversation.reset();
    ask("of what?");

    assertThat(lastAsked()).containsExactly(ChatMessage.user("of what?"));
  }

  @Test
  void whatNoLongerFitsIsForgottenOldestFirst() {
    String half = "word ".repeat(engine.maxTokens() / 2 - 1);
    engine.answer("short");
    ask(half);
    engine.answer("shorter");
    ask("a second question");
    ask(half);

    assertThat(lastAsked())
        .containsExactly(
            ChatMessage.user("a second question"),
            ChatMessage.assistant("shorter"),
            ChatMessage.user(half));
  }

  @Test
  void aQuestionThatIsTooLongWasNeverAsked() {
    String tooLong = "word ".repeat(engine.maxTokens());
    engine.answer("forty-two");
    ask("how many?");

    assertThatIllegalArgumentException().isThrownBy(() -> ask(tooLong));
    ask("of what?");
    assertThat(lastAsked())
        .containsExactly(
            ChatMessage.user("how many?"),
            ChatMessage.assistant("forty-two"),
            ChatMessage.user("of what?"));
  }
}
