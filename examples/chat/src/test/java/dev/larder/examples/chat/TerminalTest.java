package dev.larder.examples.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.testkit.FakeGenerationEngine;
import dev.larder.testkit.FakeModels;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalTest {

  private final FakeGenerationEngine engine = new FakeModels().generation("tiny-chat");

  /** What the person has seen at each moment. */
  private final List<String> seen = new ArrayList<>();

  private String chat(String... lines) throws IOException {
    ByteArrayOutputStream shown =
        new ByteArrayOutputStream() {
          @Override
          public void flush() {
            seen.add(toString(UTF_8));
          }
        };
    new Terminal(
            new Conversation(engine),
            new BufferedReader(new StringReader(String.join("\n", lines))),
            new PrintStream(shown, false, UTF_8))
        .run();
    return seen.get(seen.size() - 1);
  }

  @Test
  void anAnswerIsSeenWhileItIsWritten() throws IOException {
    engine.answer("once a boat");

    assertThat(chat("tell me")).isEqualToNormalizingNewlines("> once a boat\n(3 tokens)\n> ");
    assertThat(seen).contains("> once ", "> once a ");
  }

  @Test
  void nothingIsAskedAfterTheEnd() throws IOException {
    chat("/exit", "tell me");

    assertThat(engine.calls()).isEmpty();
  }

  @Test
  void aNewConversationKnowsNothingOfTheOld() throws IOException {
    assertThat(chat("first", "  /reset ", "", "second")).contains("(a new conversation)");

    assertThat(engine.calls()).hasSize(2);
    assertThat(engine.calls().get(1).messages()).hasSize(1);
  }

  @Test
  void aQuestionThatCannotBeAnsweredEndsNothing() throws IOException {
    String shown = chat("word ".repeat(engine.maxTokens()), "short");

    assertThat(shown).contains("leave no room for an answer").contains("> short");
  }
}
