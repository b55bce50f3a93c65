package dev.larder.llama.process;

import dev.larder.llama.protocol.Answer;
import dev.larder.llama.protocol.FrameReader;
import dev.larder.llama.protocol.Request;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A conversation with one worker. Safe for use by many threads at once. */
final class Connection implements AutoCloseable {

  private final WorkerLink worker;
  private final Outbox requests;
  private final Map<Long, AnswerHandler> waiting = new ConcurrentHashMap<>();
  private final CompletableFuture<Answer> opening = new CompletableFuture<>();
  private final Function<String, RuntimeException> death;
  private volatile @Nullable RuntimeException end;

  /**
   * Opens a worker's model.
   *
   * @param label for the thread's name
   * @param death makes an exception of what the worker died of; called once
   */
  Connection(
      WorkerLink worker,
      Request.Open open,
      String label,
      Function<String, RuntimeException> death) {
    this.worker = worker;
    this.death = death;
    this.requests = new Outbox(worker.requests(), label);
    Thread reader = new Thread(this::read, "larder-llama-" + label);
    reader.setDaemon(true);
    reader.start();
    requests.add(open);
  }

  /** What the worker says of its model, once it has loaded it or cannot. */
  CompletableFuture<Answer> opening() {
    return opening;
  }

  /** Whether the worker is there to answer, or loads its model. */
  boolean isAlive() {
    return end == null && !hasRefused();
  }

  /**
   * Asks.
   *
   * @throws IllegalArgumentException if the request is too long
   */
  void ask(Request request, AnswerHandler handler) {
    waiting.put(request.call(), handler);
    try {
      requests.add(request);
    } catch (IllegalArgumentException e) {
      waiting.remove(request.call());
      throw e;
    }
    RuntimeException failure = end;
    if (failure != null && waiting.remove(request.call()) != null) {
      handler.failed(failure);
    }
  }

  /** Says something that has no answer. */
  void tell(Request request) {
    requests.add(request);
  }

  /** No further answers of a call are wanted. */
  void forget(long call) {
    waiting.remove(call);
  }

  private void read() {
    String problem;
    try {
      FrameReader answers = new FrameReader(worker.answers());
      for (Answer answer = answers.answer(); answer != null; answer = answers.answer()) {
        handle(answer);
      }
      problem = worker.obituary();
    } catch (IOException e) {
      problem = "cannot be understood: " + e.getMessage();
    }
    requests.close();
    worker.close();
    if (isAlive()) {
      finish(death.apply(problem));
    }
  }

  /** A worker that cannot load its model says so and ends, which is no death. */
  private boolean hasRefused() {
    return opening.isDone()
        && !opening.isCompletedExceptionally()
        && opening.join() instanceof Answer.Failed;
  }

  private void handle(Answer answer) {
    if (!opening.isDone()) {
      worker.opened();
      opening.complete(answer);
      return;
    }
    AnswerHandler handler =
        answer instanceof Answer.Piece ? waiting.get(answer.call()) : waiting.remove(answer.call());
    if (handler != null) {
      handler.answered(answer);
    }
  }

  private void finish(RuntimeException failure) {
    synchronized (this) {
      if (end == null) {
        end = failure;
      }
    }
    opening.completeExceptionally(failure);
    for (Long call : List.copyOf(waiting.keySet())) {
      AnswerHandler handler = waiting.remove(call);
      if (handler != null) {
        handler.failed(failure);
      }
    }
  }

  /** Ends the worker; whoever waits is told that the engine is closed. */
  void close(RuntimeException failure) {
    finish(failure);
    requests.close();
    worker.close();
  }

  @Override
  public void close() {
    close(new IllegalStateException("The worker was stopped"));
  }
}
