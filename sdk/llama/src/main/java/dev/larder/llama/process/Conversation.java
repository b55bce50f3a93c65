package dev.larder.llama.process;

import dev.larder.api.EngineException;
import dev.larder.api.InterruptedCallException;
import dev.larder.llama.protocol.Answer;
import dev.larder.llama.protocol.Request;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.LongFunction;

/** One or more calls to one worker. For one thread, except for {@link #close()}. */
public final class Conversation implements AutoCloseable {

  /** Enough for a worker never to wait for the next text, little enough to be held by both. */
  private static final int UNDER_WAY = 32;

  private final Supervisor supervisor;
  private final Connection connection;
  private final AtomicBoolean closed = new AtomicBoolean();

  Conversation(Supervisor supervisor, Connection connection) {
    this.supervisor = supervisor;
    this.connection = connection;
  }

  /** What the worker said of its model. */
  public Answer.Ready ready() {
    return expect(Answers.await(supervisor.label(), connection.opening()), Answer.Ready.class);
  }

  /**
   * Asks once.
   *
   * @throws InterruptedCallException if the thread is interrupted; the answer is discarded when it
   *     comes
   */
  public <A extends Answer> A ask(LongFunction<Request> request, Class<A> type) {
    return askAll(List.of(request), Function.identity(), type).get(0);
  }

  /**
   * Asks once for each of several things, and does not wait for one answer to ask the next.
   *
   * @throws InterruptedCallException if the thread is interrupted; all answers are discarded
   */
  public <T, A extends Answer> List<A> askAll(
      List<T> things, Function<T, LongFunction<Request>> request, Class<A> type) {
    List<A> answers = new ArrayList<>(things.size());
    Deque<Call> underWay = new ArrayDeque<>();
    try {
      for (T thing : things) {
        if (underWay.size() == UNDER_WAY) {
          answers.add(first(underWay, type));
        }
        underWay.addLast(begin(request.apply(thing)));
      }
      while (!underWay.isEmpty()) {
        answers.add(first(underWay, type));
      }
    } catch (InterruptedCallException e) {
      underWay.forEach(call -> cancel(call.number));
      throw e;
    }
    return answers;
  }

  private <A extends Answer> A first(Deque<Call> underWay, Class<A> type) {
    Answer answer = Answers.await(supervisor.label(), underWay.getFirst().answer);
    underWay.removeFirst();
    return expect(answer, type);
  }

  /** A call, and its answer when that is there. */
  private record Call(long number, CompletableFuture<Answer> answer) {}

  private Call begin(LongFunction<Request> request) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    long number =
        listen(
            request,
            new AnswerHandler() {
              @Override
              public void answered(Answer given) {
                answer.complete(given);
              }

              @Override
              public void failed(RuntimeException failure) {
                answer.completeExceptionally(failure);
              }
            });
    return new Call(number, answer);
  }

  /**
   * Asks for several answers.
   *
   * @return the number of the call
   */
  public long listen(LongFunction<Request> request, AnswerHandler handler) {
    long call = supervisor.nextCall();
    connection.ask(request.apply(call), handler);
    return call;
  }

  /** Wants no further answers of a call. */
  public void cancel(long call) {
    connection.forget(call);
    connection.tell(new Request.Cancel(call));
  }

  /** The model and variant. */
  public String label() {
    return supervisor.label();
  }

  /**
   * An answer of the type that was asked for.
   *
   * @throws IllegalArgumentException if the worker says that the request is wrong
   * @throws EngineException if it says that something else is
   */
  public <A extends Answer> A expect(Answer answer, Class<A> type) {
    if (type.isInstance(answer)) {
      return type.cast(answer);
    }
    if (answer instanceof Answer.Failed failed && failed.fault() == Answer.Fault.REQUEST) {
      throw new IllegalArgumentException(failed.problem());
    }
    throw new EngineException(
        supervisor.label(),
        answer instanceof Answer.Failed failed
            ? "llama.cpp says \"%s\"".formatted(failed.problem())
            : "its worker gave another answer than was asked for",
        null);
  }

  /** The worker may be stopped. Idempotent. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      supervisor.release();
    }
  }
}
