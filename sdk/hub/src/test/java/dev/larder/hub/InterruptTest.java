package dev.larder.hub;

import static dev.larder.hub.Replies.CONTENT;
import static dev.larder.hub.Replies.request;
import static dev.larder.hub.Replies.whole;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.api.InterruptedCallException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever waits for a server waits no longer when interrupted, however silent it is. */
@Timeout(60)
final class InterruptTest {

  private static final Duration LONGER_THAN_THE_TEST = Duration.ofMinutes(10);

  @RegisterExtension final Loopback net = new Loopback();
  private final MemorySink sink = new MemorySink();
  private final CountDownLatch pausing = new CountDownLatch(1);

  private HubFetcher fetcher(String endpoint) {
    HttpsClient client =
        new HttpsClient(
            () -> Loopback.trusting(LONGER_THAN_THE_TEST),
            pause -> {
              pausing.countDown();
              Pause.SLEEP.take(pause);
            },
            Pace.STANDARD,
            new PieceBuffers(PieceSizes.STANDARD));
    return new HubFetcher(Loopback.settings(endpoint, ""), client);
  }

  @Test
  void whileAnAnswerDoesNotBegin() throws Exception {
    HubFetcher fetcher = fetcher(net.hub.url("/").toString());
    net.hubAnswers(whole().onResponseStart(SocketEffect.Stall.INSTANCE));

    interruptedAfter(fetcher, net.hub::takeRequest);
    theNextCallSucceeds(fetcher);
  }

  @Test
  void whileABodyDoesNotGoOn() throws Exception {
    HubFetcher fetcher = fetcher(net.hub.url("/").toString());
    net.hubAnswers(whole().onResponseBody(SocketEffect.Stall.INSTANCE));

    interruptedAfter(fetcher, net.hub::takeRequest);
    theNextCallSucceeds(fetcher);
  }

  @Test
  void whileItPausesBetweenTwoTries() throws Exception {
    HubFetcher fetcher = fetcher(net.hub.url("/").toString());
    net.hubAnswers(new MockResponse.Builder().code(503).addHeader("Retry-After", 300));

    interruptedAfter(fetcher, pausing::await);
    theNextCallSucceeds(fetcher);
  }

  /** Often, since it may come between connecting and shaking hands. */
  @RepeatedTest(50)
  void whileAServerDoesNotShakeHands() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      HubFetcher fetcher = fetcher("https://localhost:%d/".formatted(silent.getLocalPort()));

      interruptedAfter(fetcher, silent::accept);
    }
  }

  @Test
  void beforeAnythingIsAsked() throws Exception {
    HubFetcher fetcher = fetcher(net.hub.url("/").toString());

    Thread.currentThread().interrupt();
    assertThat(failure(fetcher)).isInstanceOf(InterruptedCallException.class);
    assertThat(Thread.interrupted()).isTrue();

    theNextCallSucceeds(fetcher);
  }

  private interface Moment {
    void await() throws IOException, InterruptedException;
  }

  private void interruptedAfter(HubFetcher fetcher, Moment moment) throws Exception {
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    CompletableFuture<Boolean> flag = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              failure.complete(failure(fetcher));
              flag.complete(Thread.currentThread().isInterrupted());
            });
    thread.start();
    moment.await();
    thread.interrupt();

    assertThat(failure.get()).isInstanceOf(InterruptedCallException.class);
    assertThat(flag.get()).isTrue();
  }

  private Throwable failure(HubFetcher fetcher) {
    try {
      fetcher.fetch(request(sink));
      return new AssertionError("It was fetched");
    } catch (RuntimeException e) {
      return e;
    }
  }

  private void theNextCallSucceeds(HubFetcher fetcher) {
    net.hubAnswers(whole());
    fetcher.fetch(request(sink));
    assertThat(sink.text()).isEqualTo(CONTENT);
  }
}
