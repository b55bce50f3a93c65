package dev.larder.hub;

import static dev.larder.hub.Loopback.TOKEN;
import static dev.larder.hub.Loopback.requestsTo;
import static dev.larder.hub.Loopback.sent;
import static dev.larder.hub.Replies.COMMIT;
import static dev.larder.hub.Replies.CONTENT;
import static dev.larder.hub.Replies.file;
import static dev.larder.hub.Replies.gitFile;
import static dev.larder.hub.Replies.redirectTo;
import static dev.larder.hub.Replies.redirectToCache;
import static dev.larder.hub.Replies.request;
import static dev.larder.hub.Replies.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.DownloadFailedException;
import dev.larder.core.catalog.Origin;
import dev.larder.core.fetch.Fetched;
import java.time.Duration;
import java.util.List;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class HubFetcherTest {

  private static final String CACHE =
      "/api/resolve-cache/models/owner/minilm/" + COMMIT + "/config.json?%2Fx=&etag=%22a+b%22";

  @RegisterExtension final Loopback net = new Loopback();
  private final MemorySink sink = new MemorySink();

  @Test
  void aLargeFileComesFromTheCdnAndTheTokenStaysAtTheHub() throws InterruptedException {
    net.cdnAnswers(whole());

    Fetched fetched = net.fetch(request(sink));

    String url = net.hub.url("/owner/minilm/resolve/" + COMMIT + "/onnx/model.onnx").toString();
    assertThat(fetched).isEqualTo(new Fetched(Origin.HUB, url, COMMIT));
    assertThat(sink.sha256()).isEqualTo(file().sha256());
    List<RecordedRequest> asked = requestsTo(net.hub);
    assertThat(sent("Authorization", asked)).containsExactly("Bearer " + TOKEN);
    assertThat(sent("Accept-Encoding", asked)).containsExactly("identity");
    List<RecordedRequest> loaded = requestsTo(net.cdn);
    assertThat(sent("Authorization", loaded)).containsExactly("-");
    assertThat(loaded.get(0).getTarget()).isEqualTo("/blob?Expires=1&Signature=abc~def");
  }

  @Test
  void aSmallFileComesThroughARelativeRedirectThatKeepsItsQuery() throws InterruptedException {
    net.hubAnswers(redirectToCache(CACHE), whole());

    Fetched fetched = net.fetch(request(COMMIT, gitFile(), sink));

    assertThat(fetched.revision()).isEqualTo(COMMIT);
    assertThat(sink.text()).isEqualTo(CONTENT);
    List<RecordedRequest> asked = requestsTo(net.hub);
    assertThat(asked.get(1).getTarget()).isEqualTo(CACHE);
    assertThat(sent("Authorization", asked)).containsOnly("Bearer " + TOKEN);
  }

  @Test
  void aBranchIsResolvedToItsCommit() throws InterruptedException {
    net.cdnAnswers(whole());

    Fetched fetched = net.fetch(request("refs/pr/1", file(), sink));

    assertThat(fetched.revision()).isEqualTo(COMMIT);
    assertThat(fetched.from().url()).contains("/resolve/" + COMMIT + "/").doesNotContain("?");
    assertThat(requestsTo(net.hub).get(0).getTarget())
        .isEqualTo("/owner/minilm/resolve/refs%2Fpr%2F1/onnx/model.onnx");
  }

  @Test
  void withoutARevisionTheMainBranchIsAskedFor() throws InterruptedException {
    net.cdnAnswers(whole());

    net.fetch(request(null, file(), sink));

    assertThat(requestsTo(net.hub).get(0).getTarget()).startsWith("/owner/minilm/resolve/main/");
  }

  @Test
  void aMirrorMayPutTheCommitOnItsLastAnswer() {
    net.hubAnswers(redirectTo(net.cdn).clearHeaders().addHeader("Location", net.cdn.url("/blob")));
    net.cdn.enqueue(whole().addHeader("X-Repo-Commit", COMMIT).build());

    assertThat(net.fetch(request("main", file(), sink)).revision()).isEqualTo(COMMIT);
  }

  @Test
  void aMirrorMayKeepSilentOfACommitThatWasAskedFor() {
    net.hubAnswers(whole());

    assertThat(net.fetch(request(sink)).revision()).isEqualTo(COMMIT);
  }

  @Test
  void aBranchOfUnknownCommitIsNotTaken() {
    net.hubAnswers(whole());

    assertThatThrownBy(() -> net.fetch(request("main", file(), sink)))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("does not say which commit main is");
    assertThat(sink.size()).isZero();
  }

  @Test
  void anotherCommitThanTheOneAskedForIsNotTaken() {
    net.hubAnswers(whole().addHeader("X-Repo-Commit", COMMIT.replace('0', 'f')));

    assertThatThrownBy(() -> net.fetch(request(sink)))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("was asked for, and");
  }

  @Test
  void aPermanentRedirectToAnotherHubIsFollowedWithoutTheToken() throws InterruptedException {
    net.hubAnswers(
        redirectTo(net.cdn)
            .clearHeaders()
            .code(308)
            .addHeader("Location", net.cdn.url("/owner/minilm/resolve/main/onnx/model.onnx")));
    net.cdn.enqueue(redirectTo(net.cdn).setHeader("Location", net.hub.url("/blob?signed")).build());
    net.hubAnswers(whole());

    assertThat(net.fetch(request("main", file(), sink)).revision()).isEqualTo(COMMIT);

    assertThat(sent("Authorization", requestsTo(net.cdn))).containsOnly("-");
    // A token that was dropped on the way does not come back, even where it came from.
    assertThat(sent("Authorization", requestsTo(net.hub))).containsExactly("Bearer " + TOKEN, "-");
  }

  @Test
  void theHubsOwnLocationsAreMeantBelowThePrefixOfTheEndpoint() throws InterruptedException {
    net.hubAnswers(redirectToCache(CACHE), whole());

    net.fetcherAt("/manager/hf", TOKEN).fetch(request(COMMIT, gitFile(), sink));

    assertThat(requestsTo(net.hub))
        .extracting(RecordedRequest::getTarget)
        .containsExactly(
            "/manager/hf/owner/minilm/resolve/" + COMMIT + "/config.json", "/manager/hf" + CACHE);
  }

  @Test
  void locationsThatKnowThePrefixAreTakenAsTheyAre() throws InterruptedException {
    net.hubAnswers(
        redirectToCache("/manager/hf" + CACHE), redirectToCache("/storage/blob?x=1"), whole());

    net.fetcherAt("/manager/hf", TOKEN).fetch(request(COMMIT, gitFile(), sink));

    assertThat(requestsTo(net.hub))
        .extracting(RecordedRequest::getTarget)
        .endsWith("/manager/hf" + CACHE, "/storage/blob?x=1");
  }

  @Test
  void nothingIsSentWhileOffline() {
    HubSettings offline =
        new HubSettings(
            net.hub.url("/").toString(),
            null,
            Proxies.OF_THE_JVM,
            "HF_HUB_OFFLINE=1",
            Duration.ofSeconds(1));

    assertThatThrownBy(() -> net.fetcher(offline).fetch(request(sink)))
        .isInstanceOf(dev.larder.api.OfflineException.class)
        .hasMessageContaining("HF_HUB_OFFLINE=1")
        .hasMessageContaining("onnx/model.onnx");
    assertThat(net.hub.getRequestCount()).isZero();
  }

  @Test
  void aUserAndPasswordStayAtTheHubToo() throws InterruptedException {
    net.cdnAnswers(whole());
    HubSettings settings =
        Loopback.settings(net.hub.url("/").toString(), "")
            .credentials(new UserAndPassword("me", "pass:word"));

    net.fetcher(settings).fetch(request(sink));

    assertThat(sent("Authorization", requestsTo(net.hub)))
        .containsExactly("Basic bWU6cGFzczp3b3Jk");
    assertThat(sent("Authorization", requestsTo(net.cdn))).containsExactly("-");
    assertThat(settings.toString()).doesNotContain("pass:word");
  }

  @Test
  void aUserWithAColonCannotBeSent() {
    HubSettings settings =
        Loopback.settings(net.hub.url("/").toString(), "")
            .credentials(new UserAndPassword("a:b", "secret"));

    assertThatThrownBy(() -> net.fetcher(settings).fetch(request(sink)))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("characters that cannot be sent")
        .hasMessageNotContaining("secret");
  }

  @Test
  void closingGivesConnectionsAndThreadsBack() {
    net.cdnAnswers(whole());
    OkHttpClient http = Loopback.trusting(Duration.ofSeconds(5));
    HubSettings settings = Loopback.settings(net.hub.url("/").toString(), "");
    HubFetcher fetcher = new HubFetcher(settings, net.client(() -> http, Pace.STANDARD));
    fetcher.fetch(request(sink));

    fetcher.close();

    assertThat(http.connectionPool().connectionCount()).isZero();
    assertThat(http.dispatcher().executorService().isShutdown()).isTrue();
    assertThatThrownBy(() -> fetcher.fetch(request(sink)))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("this fetcher is closed");
  }
}
