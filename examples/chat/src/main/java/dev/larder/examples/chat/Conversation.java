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
  private List<ChatMessage> messages = List.of();

  Conversation(GenerationEngine engine) {
    this.engine = engine;
  }

  /** Hands on the answer piece by piece. A question that could not be answered was never asked. */
  Generation ask(String question, Consumer<String> pieces) {
    List<ChatMessage> told = new ArrayList<>(messages);
    told.add(ChatMessage.user(question));
    Generation answer = answer(told, pieces);
    told.add(ChatMessage.assistant(answer.text()));
    messages = told;
    return answer;
  }

  /** What is too long for the model is said before anything is written: the oldest is forgotten. */
  private Generation answer(List<ChatMessage> told, Consumer<String> pieces) {
    while (true) {
      try {
        return engine.generate(GenerationRequest.of(told), pieces);
      } catch (IllegalArgumentException e) {
        if (told.size() == 1) {
          throw e;
        }
        told.subList(0, 2).clear();
      }
    }
  }

  void reset() {
    messages = List.of();
  }
}
// end of snippet
