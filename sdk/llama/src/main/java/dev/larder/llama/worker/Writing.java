package dev.larder.llama.worker;

import de.kherud.llama.LlamaIterator;
import dev.larder.llama.protocol.Answer;
import dev.larder.llama.protocol.Answer.End;
import dev.larder.llama.protocol.Request;
import java.util.function.Consumer;

/** One generation. */
final class Writing {

  private final LoadedModel model;
  private final Request.Generate request;
  private final Consumer<Answer> pieces;
  private final StopStrings stop;
  private volatile boolean cancelled;

  Writing(LoadedModel model, Request.Generate request, Consumer<Answer> pieces) {
    this.model = model;
    this.request = request;
    this.pieces = pieces;
    this.stop = new StopStrings(request.stop());
  }

  /** Ends it with the token that is being computed. */
  void cancel() {
    cancelled = true;
  }

  /**
   * Writes, and hands on what is written.
   *
   * @return how it ended
   * @throws IllegalArgumentException if there is no room for an answer
   */
  Answer run() {
    long start = System.nanoTime();
    String prompt = model.prompt(request.messages());
    int promptTokens = model.count(prompt);
    int most = Math.min(request.maxNewTokens(), model.maxTokens() - promptTokens);
    if (most < 1) {
      throw new IllegalArgumentException(
          "Messages of %d tokens leave no room for an answer within %d"
              .formatted(promptTokens, model.maxTokens()));
    }
    String grammar =
        switch (request.form()) {
          case FREE -> "";
          case GRAMMAR -> model.readable(request.constraint());
          case SCHEMA -> model.grammarOf(request.constraint());
        };
    LlamaIterator outputs = model.generate(Inference.of(request.choice(), prompt, grammar, most));
    long first = 0;
    int tokens = 0;
    String last = "";
    while (outputs.hasNext() && !cancelled && !stop.found()) {
      String text = outputs.next().text;
      first = first == 0 ? System.nanoTime() : first;
      // The last output has no token of its own: it only says that there is no more.
      if (outputs.hasNext()) {
        tokens++;
        last = text;
        hand(stop.after(text));
      }
    }
    if (outputs.hasNext()) {
      outputs.cancel();
    }
    hand(stop.rest());
    End end = end(tokens, last);
    return new Answer.Generated(
        request.call(),
        promptTokens,
        end == End.LIMIT ? most : tokens,
        end,
        first - start,
        System.nanoTime() - first);
  }

  private void hand(String text) {
    if (!text.isEmpty()) {
      pieces.accept(new Answer.Piece(request.call(), text));
    }
  }

  /** java-llama.cpp does not say it; but the token that ends an answer has no text. */
  private End end(int tokens, String last) {
    if (stop.found()) {
      return End.STOP;
    }
    return tokens > 0 && last.isEmpty() ? End.FINISHED : End.LIMIT;
  }
}
