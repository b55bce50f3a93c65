package dev.larder.onnx;

import dev.larder.api.EngineException;
import dev.larder.api.InterruptedCallException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets so many threads run texts at once, in the order in which they came. Nobody waits for
 * company: but what waits for its turn, is run together with what is before it, if the policy
 * allows that and the lengths are similar.
 */
final class RunQueue {

  private final Function<List<Tokens>, List<float[]>> encoder;
  private final BatchPolicy policy;
  private final RunMeter meter;
  private final int atOnce;
  private final Queue<Waiting> queue = new ArrayDeque<>();
  private int running;

  /**
   * @param encoder gives the vectors of texts that are run together
   * @param atOnce how many threads may run texts
   */
  RunQueue(
      Function<List<Tokens>, List<float[]>> encoder,
      BatchPolicy policy,
      RunMeter meter,
      int atOnce) {
    this.encoder = encoder;
    this.policy = policy;
    this.meter = meter;
    this.atOnce = atOnce;
  }

  /**
   * The vectors of texts that are run together, in their order.
   *
   * @throws EngineException if the run fails
   * @throws InterruptedCallException if the thread is interrupted while it waits; what is run
   *     together with the texts of others then goes on for them
   */
  List<float[]> encode(List<Tokens> texts) {
    Waiting own = new Waiting(texts);
    List<Waiting> group = enter(own);
    if (!group.isEmpty()) {
      try {
        run(group);
      } finally {
        leave(group);
      }
    }
    return own.result();
  }

  /** Waits for its turn; empty if somebody else has run it by then. */
  private synchronized List<Waiting> enter(Waiting own) {
    queue.add(own);
    while (!own.done && (running == atOnce || queue.peek() != own)) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        giveUp(own, e);
      }
    }
    if (own.done) {
      return List.of();
    }
    running++;
    List<Waiting> group = takeGroup();
    if (!queue.isEmpty()) {
      notifyAll();
    }
    return group;
  }

  /** Another one may be the first now. */
  private void giveUp(Waiting own, InterruptedException e) {
    if (!own.done) {
      queue.remove(own);
      notifyAll();
      throw new InterruptedCallException("The wait for the engine of " + meter.label(), e);
    }
  }

  /**
   * To be called between two runs, so that many texts do not keep an interrupted thread for long.
   *
   * @throws InterruptedCallException if the thread is interrupted
   */
  void requireWanted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedCallException("The use of the engine of " + meter.label(), null);
    }
  }

  private List<Waiting> takeGroup() {
    Waiting first = queue.remove();
    if (queue.isEmpty()) {
      return List.of(first);
    }
    List<Waiting> group = new ArrayList<>(List.of(first));
    List<Tokens> texts = new ArrayList<>(first.texts);
    for (Iterator<Waiting> others = queue.iterator(); others.hasNext(); ) {
      Waiting other = others.next();
      if (policy.allowsTogether(texts, other.texts)) {
        others.remove();
        group.add(other);
        texts.addAll(other.texts);
      }
    }
    return group;
  }

  private void run(List<Waiting> group) {
    List<Tokens> texts = group.stream().flatMap(waiting -> waiting.texts.stream()).toList();
    try {
      long now = System.nanoTime();
      long waited = group.stream().mapToLong(waiting -> now - waiting.since).sum();
      Iterator<float[]> vectors =
          meter.measure(texts, waited, () -> encoder.apply(texts)).iterator();
      for (Waiting waiting : group) {
        for (int i = 0; i < waiting.texts.size(); i++) {
          waiting.vectors.add(vectors.next());
        }
      }
    } catch (RuntimeException e) {
      if (group.size() == 1) {
        group.get(0).failure = e;
      } else {
        // It may be the fault of one alone.
        group.forEach(waiting -> run(List.of(waiting)));
      }
    }
  }

  private synchronized void leave(List<Waiting> group) {
    running--;
    group.forEach(waiting -> waiting.done = true);
    notifyAll();
  }

  /** Texts that one caller wants to be run together. */
  private static final class Waiting {

    private final long since = System.nanoTime();
    private final List<Tokens> texts;
    private final List<float[]> vectors = new ArrayList<>();
    private @Nullable RuntimeException failure;
    private boolean done;

    Waiting(List<Tokens> texts) {
      this.texts = texts;
    }

    List<float[]> result() {
      if (failure != null) {
        throw failure;
      }
      if (vectors.size() < texts.size()) {
        throw new IllegalStateException("the thread that ran this text was ended by an error");
      }
      return vectors;
    }
  }
}
