package dev.larder.llama.process;

import dev.larder.llama.protocol.Answer;

/** Whoever waits for the answers to a call. Told by the thread that reads; must not wait. */
public interface AnswerHandler {

  /** Another answer. */
  void answered(Answer answer);

  /**
   * There are no more.
   *
   * @param failure what to throw
   */
  void failed(RuntimeException failure);
}
