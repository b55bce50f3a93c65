package dev.larder.hub;

import static dev.larder.hub.Replies.CONTENT;
import static dev.larder.hub.Replies.request;
import static dev.larder.hub.Replies.restAfter;
import static dev.larder.hub.Replies.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.DownloadFailedException;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PaceTest {

  private static final Duration SHORT = Duration.ofMillis(200);

  @RegisterExtension final Loopback net = new Loopback();
  private final MemorySink sink = new MemorySink();

  @Test
  void aConnectionThatOnlyTricklesIsReplaced() {
    net.hubAnswers(trickle(), restAfter(0), whole());

    fetch();

    assertThat(sink.text()).isEqualTo(CONTENT);
  }

  @Test
  void aTrickleThatNeverEndsIsGivenUp() {
    net.hubAnswers(Collections.nCopies(9, trickle()).toArray(MockResponse.Builder[]::new));

    assertThatThrownBy(this::fetch)
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("the server sent only");
    assertThat(net.hub.getRequestCount()).isEqualTo(5);
  }

  @Test
  void anAnswerThatDoesNotBeginIsGivenUp() {
    net.hubAnswers(whole().onResponseStart(SocketEffect.Stall.INSTANCE));
    OkHttpClient client = Loopback.trusting(Duration.ofSeconds(30));
    Call call = client.newCall(new Request.Builder().url(net.hub.url("/")).build());

    assertThatThrownBy(() -> new AnswerDeadline(call, SHORT).execute())
        .isInstanceOf(PassingFault.class)
        .hasMessageContaining("the server did not answer");
  }

  @Test
  void anAnswerInTimeHasAllTheTimeForItsBody() throws IOException {
    net.hubAnswers(whole().bodyDelay(SHORT.toMillis() * 2, TimeUnit.MILLISECONDS));
    OkHttpClient client = Loopback.trusting(Duration.ofSeconds(30));
    Call call = client.newCall(new Request.Builder().url(net.hub.url("/")).build());

    assertThat(new AnswerDeadline(call, SHORT).execute().body().string()).isEqualTo(CONTENT);
  }

  @Test
  void withinTheWindowAnyPaceWillDo() {
    Pace pace = new Pace(1000, Duration.ofSeconds(1));

    assertThat(pace.isKept(0, 999_999_999)).isTrue();
    assertThat(pace.isKept(999, 1_000_000_000)).isFalse();
    assertThat(pace.isKept(1000, 1_000_000_000)).isTrue();
    assertThat(pace.isKept(1999, 2_000_000_000)).isFalse();
  }

  private static MockResponse.Builder trickle() {
    return whole().chunkedBody(CONTENT, 1).throttleBody(6, 50, TimeUnit.MILLISECONDS);
  }

  private void fetch() {
    HttpsClient client =
        net.client(() -> Loopback.trusting(Duration.ofSeconds(5)), new Pace(100_000, SHORT));
    HubSettings settings = Loopback.settings(net.hub.url("/").toString(), "");
    new HubFetcher(settings, client).fetch(request(sink));
  }
}
