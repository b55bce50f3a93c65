package dev.larder.examples.chat;

import dev.larder.api.Generation;
import dev.larder.api.ModelException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a question a line, and prints the answers while they are written. */
final class Terminal {

  private final Conversation conversation;
  private final BufferedReader questions;
  private final PrintStream out;

  Terminal(Conversation conversation, BufferedReader questions, PrintStream out) {
    this.conversation = conversation;
    this.questions = questions;
    this.out = out;
  }

  /** Runs until there is no more input, or the person wants to leave. */
  void run() throws IOException {
    for (String line = next(); line != null && !line.equals("/exit"); line = next()) {
      if (line.equals("/reset")) {
        conversation.reset();
        out.println("(a new conversation)");
      } else if (!line.isEmpty()) {
        answer(line);
      }
    }
    out.flush();
  }

  private @Nullable String next() throws IOException {
    out.print("> ");
    out.flush();
    String line = questions.readLine();
    return line == null ? null : line.strip();
  }

  private void answer(String question) {
    try {
      Generation answer = conversation.ask(question, this::print);
      out.println();
      out.println(summary(answer));
    } catch (ModelException | IllegalArgumentException e) {
      out.println();
      out.println(e.getMessage());
    }
  }

  private void print(String piece) {
    out.print(piece);
    // Not every piece ends a line.
    out.flush();
  }

  private static String summary(Generation answer) {
    double seconds = answer.answerTime().toNanos() / 1e9;
    return String.format(
        Locale.ROOT,
        "(%d tokens%s%s)",
        answer.newTokens(),
        seconds > 0 ? ", %.0f a second".formatted(answer.newTokens() / seconds) : "",
        answer.end() == Generation.End.LIMIT ? ", where it was cut" : "");
  }
}
