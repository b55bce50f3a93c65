package dev.larder.llama.process;

import dev.larder.llama.protocol.Answer;
import dev.larder.llama.protocol.FrameReader;
import dev.larder.llama.protocol.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A conversation with one worker. Safe for use by many threads at once. */
final class Connection implements AutoCloseable {

  private final WorkerLink worker;
  private final Outbox requests;
  private final Silence silence;
  private final Map<Long, AnswerHandler> waiting = new ConcurrentHashMap<>();
  private final CompletableFuture<Answer> opening = new CompletableFuture<>();
  private final Function<String, RuntimeException> death;
  private volatile @Nullable RuntimeException end;

  /**
   * Opens a worker's model.
   *
   * @param label for the threads' names
   * @param patience for how long nothing may be heard of the worker while it is waited for
   * @param death makes an exception of what the worker died of; called once
   */
  Connection(
      WorkerLink worker,
      Request.Open open,
      String label,
      Duration patience,
      Function<String, RuntimeException> death) {
    this.worker = worker;
    this.death = death;
    this.requests = new Outbox(worker.requests(), label);
    this.silence = new Silence(patience);
    start(this::read, "larder-llama-" + label);
    start(this::watch, "larder-llama-" + label + "-watch");
    requests.add(open);
  }

  private static void start(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
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
        silence.end();
        if (!(answer instanceof Answer.Alive)) {
          handle(answer);
        }
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

  /** A worker that is stopped, or lost in the kernel, ends no stream. */
  private void watch() {
    try {
      while (isAlive()) {
        TimeUnit.MILLISECONDS.sleep(Answer.Alive.EVERY_MILLIS);
        if (opening.isDone() && waiting.isEmpty()) {
          silence.end();
        } else if (silence.lasts() && isAlive()) {
          close(death.apply(silence.obituary()));
        }
      }
    } catch (InterruptedException e) {
      // Nobody interrupts it.
      Thread.currentThread().interrupt();
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
