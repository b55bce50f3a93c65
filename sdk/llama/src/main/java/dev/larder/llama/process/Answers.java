package dev.larder.llama.process;

import dev.larder.api.InterruptedCallException;
import dev.larder.llama.protocol.Answer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Waiting for what a worker says. */
final class Answers {

  private Answers() {}

  /**
   * Waits for an answer, and throws what it failed with.
   *
   * @param label the model and variant, for messages
   * @throws InterruptedCallException if the thread is interrupted while it waits
   */
  static Answer await(String label, CompletableFuture<Answer> answer) {
    try {
      return answer.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedCallException("The wait for the engine of " + label, e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    }
  }
}
