package dev.larder.examples.chat;

import dev.larder.api.ChatMessage;
import dev.larder.api.Generation;
import dev.larder.api.GenerationEngine;
import dev.larder.api.GenerationRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What was said so far. For one thread. */
// snippet: conversation
final class Conversation {

  private final GenerationEngine engine;
  private final List<ChatMessage> messages = new ArrayList<>();

  Conversation(GenerationEngine engine) {
    this.engine = engine;
  }

  /** Hands on the answer piece by piece. A question that could not be answered was never asked. */
  Generation ask(String question, Consumer<String> pieces) {
    messages.add(ChatMessage.user(question));
    try {
      Generation answer = answer(pieces);
      messages.add(ChatMessage.assistant(answer.text()));
      return answer;
    } catch (RuntimeException e) {
      messages.remove(messages.size() - 1);
      throw e;
    }
  }

  /** What is too long for the model is said before anything is written: the oldest is forgotten. */
  private Generation answer(Consumer<String> pieces) {
    while (true) {
      try {
        return engine.generate(GenerationRequest.of(messages), pieces);
      } catch (IllegalArgumentException e) {
        if (messages.size() == 1) {
          throw e;
        }
        messages.subList(0, 2).clear();
      }
    }
  }

  void reset() {
    messages.clear();
  }
}
// end of snippet
