package dev.larder.hub;

import static dev.larder.hub.Replies.CONTENT;
import static dev.larder.hub.Replies.cut;
import static dev.larder.hub.Replies.request;
import static dev.larder.hub.Replies.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.DownloadFailedException;
import dev.larder.api.InterruptedCallException;
import java.time.Duration;
import java.util.Collections;
import javax.net.ssl.SSLHandshakeException;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class RetriesTest {

  @RegisterExtension final Loopback net = new Loopback();
  private final MemorySink sink = new MemorySink();

  @Test
  void aUsedUpRateIsWaitedForAndOneSecondMore() {
    net.hubAnswers(busy(429).addHeader("RateLimit", "\"resolvers\";r=0;t=166"), whole());

    fetchesTheContent();
    assertThat(net.pauses).containsExactly(Duration.ofSeconds(167));
  }

  @Test
  void aRateThatIsNotUsedUpLeavesTheWordToRetryAfter() {
    net.hubAnswers(
        busy(429).addHeader("RateLimit", "\"resolvers\";r=7;t=166").addHeader("Retry-After", 3),
        whole());

    fetchesTheContent();
    assertThat(net.pauses).containsExactly(Duration.ofSeconds(3));
  }

  @Test
  void aDateIsWaitedForByTheServersOwnClock() {
    net.hubAnswers(
        busy(503)
            .addHeader("Date", "Wed, 21 Oct 2015 07:28:00 GMT")
            .addHeader("Retry-After", "Wed, 21 Oct 2015 07:28:09 GMT"),
        whole());

    fetchesTheContent();
    assertThat(net.pauses).containsExactly(Duration.ofSeconds(9));
  }

  @Test
  void aDateThatIsOverMeansAtOnce() {
    net.hubAnswers(busy(503).addHeader("Retry-After", "Wed, 21 Oct 2015 07:28:00 GMT"), whole());

    fetchesTheContent();
    assertThat(net.pauses).containsExactly(Duration.ZERO);
  }

  @Test
  void aBurstOfServerErrorsIsOutwaited() {
    net.hubAnswers(busy(500), busy(502), busy(503), busy(429), whole());

    fetchesTheContent();
    assertThat(net.pauses).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L);
  }

  @Test
  void serverErrorsThatDoNotEndAreGivenUp() {
    net.hubAnswers(Collections.nCopies(9, busy(503)).toArray(MockResponse.Builder[]::new));

    assertThatThrownBy(() -> net.fetch(request(sink)))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("HTTP 503");
    assertThat(net.hub.getRequestCount()).isEqualTo(5);
  }

  @Test
  void whatCameBeforeTheServerFailedIsKept() {
    net.hubAnswers(cut(whole(), 0, 10));
    net.hubAnswers(Collections.nCopies(9, busy(500)).toArray(MockResponse.Builder[]::new));

    assertThatThrownBy(() -> net.fetch(request(sink)))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("Kept for the next try: 10 bytes");
    assertThat(sink.text()).isEqualTo(CONTENT.substring(0, 10));
  }

  @Test
  void whoAsksForTooMuchPatienceIsToldSo() {
    net.hubAnswers(busy(429).addHeader("Retry-After", 86400));

    assertThatThrownBy(() -> net.fetch(request(sink)))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("HTTP 429, try again in 86400 s");
    assertThat(net.pauses).isEmpty();
  }

  @Test
  void anErrorOfTheCdnNamesTheCdnWithoutItsSecrets() {
    net.cdnAnswers(Collections.nCopies(9, busy(500)).toArray(MockResponse.Builder[]::new));

    assertThatThrownBy(() -> net.fetch(request(sink)))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("HTTP 500 from localhost")
        .hasMessageNotContaining("Signature");
  }

  @Test
  void aConnectionThatIsSilentForTooLongIsReplaced() {
    net.hubAnswers(whole().onResponseBody(SocketEffect.Stall.INSTANCE), whole());
    HubFetcher impatient =
        new HubFetcher(
            Loopback.settings(net.hub.url("/").toString(), ""), net.client(Duration.ofMillis(150)));

    impatient.fetch(request(sink));

    assertThat(sink.text()).isEqualTo(CONTENT);
  }

  @Test
  void aServerWhoseCertificateIsNotTrustedIsNotAskedTwice() {
    HttpsClient distrustful =
        new HttpsClient(
            new Connections(Duration.ofSeconds(5), Proxies.OF_THE_JVM),
            net.pauses::add,
            Pace.STANDARD,
            new PieceBuffers(PieceSizes.STANDARD));
    HubFetcher fetcher =
        new HubFetcher(Loopback.settings(net.hub.url("/").toString(), "hf_secret"), distrustful);

    assertThatThrownBy(() -> fetcher.fetch(request(sink)))
        .isInstanceOf(DownloadFailedException.class)
        .hasCauseInstanceOf(SSLHandshakeException.class);
    assertThat(net.pauses).isEmpty();
  }

  @Test
  void anInterruptedThreadStopsAndStaysInterrupted() {
    net.hubAnswers(busy(503), whole());
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> net.fetch(request(sink))).isInstanceOf(InterruptedCallException.class);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(net.pauses).isEmpty();
  }

  @Test
  void anInterruptEndsThePause() {
    net.hubAnswers(busy(503), whole());
    HttpsClient interrupted =
        new HttpsClient(
            () -> Loopback.trusting(Duration.ofSeconds(5)),
            pause -> {
              throw new InterruptedException();
            },
            Pace.STANDARD,
            new PieceBuffers(PieceSizes.STANDARD));
    HubFetcher fetcher =
        new HubFetcher(Loopback.settings(net.hub.url("/").toString(), ""), interrupted);

    assertThatThrownBy(() -> fetcher.fetch(request(sink)))
        .isInstanceOf(InterruptedCallException.class)
        .hasMessageContaining("The download from https://localhost:");

    assertThat(Thread.interrupted()).isTrue();
  }

  private void fetchesTheContent() {
    net.fetch(request(sink));
    assertThat(sink.text()).isEqualTo(CONTENT);
  }

  private static MockResponse.Builder busy(int status) {
    return new MockResponse.Builder().code(status);
  }
}
