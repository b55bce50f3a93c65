package dev.larder.llama.process;

import dev.larder.llama.protocol.Answer;
import dev.larder.llama.protocol.Request;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** An engine's share in the worker of its model. Safe for use by many threads at once. */
public final class ModelWorker implements AutoCloseable {

  private final Request.Open open;
  private final String sha256;
  private final WorkerSettings settings;
  private final Supervisor supervisor;
  private final AtomicBoolean closed = new AtomicBoolean();

  private ModelWorker(
      Request.Open open, String sha256, WorkerSettings settings, Supervisor supervisor) {
    this.open = open;
    this.sha256 = sha256;
    this.settings = settings;
    this.supervisor = supervisor;
  }

  /**
   * Takes a share, without starting anything.
   *
   * @param label the model and variant, for messages
   * @param sha256 the digest that the model's file was verified with
   */
  public static ModelWorker of(
      String label, Request.Open open, String sha256, WorkerSettings settings) {
    return new ModelWorker(
        open, sha256, settings, SharedWorkers.ofProcess().take(label, open, sha256, settings));
  }

  /**
   * Speaks with the worker.
   *
   * @throws dev.larder.api.EngineException if there is none, or it dies
   * @throws dev.larder.api.CorruptModelException if it cannot load the model
   * @throws IllegalStateException after {@link #close()}
   */
  public <T> T call(Function<Conversation, T> action) {
    Conversation conversation = converse();
    try {
      return action.apply(conversation);
    } finally {
      conversation.close();
    }
  }

  /** Begins to speak with the worker, until the conversation is closed; see {@link #call}. */
  public Conversation converse() {
    if (closed.get()) {
      throw new IllegalStateException(
          "The engine of \"%s\" is closed".formatted(supervisor.label()));
    }
    return new Conversation(supervisor, supervisor.acquire());
  }

  /** What the worker says of its model. */
  public Answer.Ready ready() {
    return call(Conversation::ready);
  }

  /** Gives the share back; the last one stops the worker. Idempotent. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      SharedWorkers.ofProcess().giveBack(open, sha256, settings);
    }
  }
}
