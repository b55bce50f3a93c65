package dev.larder.api;

import java.util.Objects;
import java.util.concurrent.Flow;

/**
 * A stream of pieces as {@link Flow} has it.
 *
 * @param engine who writes
 * @param request what is answered, anew for every subscriber
 */
record GenerationPublisher(GenerationEngine engine, GenerationRequest request)
    implements Flow.Publisher<String> {

  @Override
  public void subscribe(Flow.Subscriber<? super String> subscriber) {
    Objects.requireNonNull(subscriber);
    Thread thread =
        new Thread(new GenerationSubscription(engine, request, subscriber), "larder-generation");
    thread.setDaemon(true);
    thread.start();
  }
}
