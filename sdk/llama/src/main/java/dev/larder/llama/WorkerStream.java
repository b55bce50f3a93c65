package dev.larder.llama;

import dev.larder.api.Generation;
import dev.larder.api.GenerationStream;
import dev.larder.api.InterruptedCallException;
import dev.larder.llama.process.AnswerHandler;
import dev.larder.llama.process.Conversation;
import dev.larder.llama.process.ModelWorker;
import dev.larder.llama.protocol.Answer;
import dev.larder.llama.protocol.Request;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * An answer that a worker writes. What is not yet fetched waits here; it is never more than the
 * request allows the answer to have.
 */
final class WorkerStream implements GenerationStream, AnswerHandler {

  private final Conversation conversation;
  private final Queue<String> waiting = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private long call = Request.OPENING;
  private @Nullable Answer last;
  private @Nullable RuntimeException failure;
  private boolean closed;

  private WorkerStream(Conversation conversation) {
    this.conversation = conversation;
  }

  static WorkerStream open(ModelWorker worker, LongFunction<Request> request) {
    WorkerStream stream = new WorkerStream(worker.converse());
    try {
      stream.begin(request);
      return stream;
    } catch (RuntimeException e) {
      // After an interrupt the worker would go on writing for nobody.
      stream.close();
      throw e;
    }
  }

  private void begin(LongFunction<Request> request) {
    long number = conversation.listen(request, this);
    synchronized (this) {
      call = number;
    }
    requireBegun();
  }

  /** What is wrong with the request is known before anything is written. */
  private synchronized void requireBegun() {
    awaitMore();
    if (waiting.isEmpty()) {
      generated();
    }
  }

  @Override
  public void answered(Answer answer) {
    synchronized (this) {
      if (answer instanceof Answer.Piece piece) {
        waiting.add(piece.text());
      } else {
        last = answer;
      }
      notifyAll();
    }
    if (!(answer instanceof Answer.Piece)) {
      conversation.close();
    }
  }

  @Override
  public void failed(RuntimeException thrown) {
    synchronized (this) {
      failure = thrown;
      notifyAll();
    }
    conversation.close();
  }

  @Override
  public synchronized boolean hasNext() {
    awaitMore();
    if (closed || !waiting.isEmpty()) {
      return !closed;
    }
    generated();
    return false;
  }

  @Override
  public synchronized String next() {
    if (!hasNext()) {
      throw new NoSuchElementException("The answer is complete");
    }
    String piece = waiting.remove();
    text.append(piece);
    return piece;
  }

  @Override
  public synchronized Generation result() {
    while (hasNext()) {
      next();
    }
    if (last == null || !waiting.isEmpty()) {
      throw new IllegalStateException("The stream was closed before the answer was complete");
    }
    Answer.Generated end = generated();
    return new Generation(
        text.toString(),
        end.promptTokens(),
        end.newTokens(),
        switch (end.end()) {
          case FINISHED -> Generation.End.FINISHED;
          case STOP -> Generation.End.STOP;
          case LIMIT -> Generation.End.LIMIT;
        },
        Duration.ofNanos(end.promptTime()),
        Duration.ofNanos(end.answerTime()));
  }

  private void awaitMore() {
    try {
      // As a queue's take does: whether an interrupt is noticed must not depend on the worker's
      // pace.
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      while (!closed && waiting.isEmpty() && last == null && failure == null) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedCallException("The wait for the answer of " + conversation.label(), e);
    }
  }

  /** How it ended; throws where that was not well. */
  private Answer.Generated generated() {
    if (failure != null) {
      throw failure;
    }
    if (last == null) {
      throw new IllegalStateException("The answer is not complete");
    }
    return conversation.expect(last, Answer.Generated.class);
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      notifyAll();
      if (call != Request.OPENING && last == null && failure == null) {
        conversation.cancel(call);
      }
    }
    conversation.close();
  }
}
