package dev.larder.api;

import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Hands a generation's pieces to a subscriber as it asks for them. */
final class GenerationSubscription implements Flow.Subscription, Runnable {

  private final GenerationEngine engine;
  private final GenerationRequest request;
  private final Flow.Subscriber<? super String> subscriber;

  private long demand;
  private boolean cancelled;
  private @Nullable RuntimeException misuse;

  GenerationSubscription(
      GenerationEngine engine,
      GenerationRequest request,
      Flow.Subscriber<? super String> subscriber) {
    this.engine = engine;
    this.request = request;
    this.subscriber = subscriber;
  }

  @Override
  public void run() {
    subscriber.onSubscribe(this);
    try (GenerationStream stream = engine.stream(request)) {
      while (!isCancelled() && stream.hasNext()) {
        if (!awaitDemand()) {
          return;
        }
        subscriber.onNext(stream.next());
      }
    } catch (RuntimeException e) {
      if (!isCancelled()) {
        subscriber.onError(e);
      }
      return;
    }
    if (!isCancelled()) {
      subscriber.onComplete();
    }
  }

  /** Whether the subscriber wants the piece at hand; throws what it did wrong. */
  private synchronized boolean awaitDemand() {
    try {
      while (demand == 0 && !cancelled && misuse == null) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedCallException("The generation of " + engine.model().name(), e);
    }
    if (misuse != null) {
      throw misuse;
    }
    demand--;
    return !cancelled;
  }

  private synchronized boolean isCancelled() {
    return cancelled;
  }

  @Override
  public synchronized void request(long n) {
    if (n <= 0) {
      misuse = new IllegalArgumentException("%d pieces cannot be requested".formatted(n));
    } else {
      demand = demand + n < 0 ? Long.MAX_VALUE : demand + n;
    }
    notifyAll();
  }

  @Override
  public synchronized void cancel() {
    cancelled = true;
    notifyAll();
  }
}
