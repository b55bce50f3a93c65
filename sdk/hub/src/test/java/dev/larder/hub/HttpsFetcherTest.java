package dev.larder.hub;

import static dev.larder.hub.Loopback.TOKEN;
import static dev.larder.hub.Loopback.requestsTo;
import static dev.larder.hub.Loopback.sent;
import static dev.larder.hub.Replies.CONTENT;
import static dev.larder.hub.Replies.cut;
import static dev.larder.hub.Replies.file;
import static dev.larder.hub.Replies.restAfter;
import static dev.larder.hub.Replies.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.DownloadFailedException;
import dev.larder.api.OfflineException;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Origin;
import dev.larder.core.catalog.Source;
import dev.larder.core.fetch.FetchRequest;
import dev.larder.core.fetch.Fetched;
import java.time.Duration;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpsFetcherTest {

  @RegisterExtension final Loopback net = new Loopback();
  private final MemorySink sink = new MemorySink();

  @ParameterizedTest
  @ValueSource(strings = {"/models", "/models/"})
  void aFileLiesBelowTheFolder(String folder) throws InterruptedException {
    net.hubAnswers(whole());

    Fetched fetched = fetcher(null).fetch(request(folder));

    assertThat(sink.text()).isEqualTo(CONTENT);
    assertThat(fetched)
        .isEqualTo(
            new Fetched(
                Origin.WEB, net.hub.url("/models/onnx/model.onnx").toString(), "unversioned"));
    assertThat(sent("Authorization", requestsTo(net.hub))).containsExactly("-");
  }

  @ParameterizedTest
  @CsvSource({
    "mein modell #1 100%.onnx, /models/mein%20modell%20%231%20100%25.onnx",
    "a/b?c.onnx, /models/a/b%3Fc.onnx",
    "%2e%2e/a;b+c.onnx, /models/%252e%252e/a;b+c.onnx",
    "モデル.onnx, /models/%E3%83%A2%E3%83%87%E3%83%AB.onnx"
  })
  void charactersOfAPathMeanNothingInTheAddress(String path, String target)
      throws InterruptedException {
    net.hubAnswers(whole());
    ModelFile file = new ModelFile(file().role(), path, file().sha256(), null, null);

    fetcher(null)
        .fetch(
            new FetchRequest(
                "mine", Source.parse(net.hub.url("/models").toString()), null, file, sink));

    assertThat(requestsTo(net.hub).get(0).getTarget()).isEqualTo(target);
  }

  @Test
  void anInterruptedFileIsContinued() {
    net.hubAnswers(cut(whole(), 0, 10), restAfter(10));

    fetcher(null).fetch(request("/models"));

    assertThat(sink.text()).isEqualTo(CONTENT);
    assertThat(sink.restarts).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "401, https: sources are asked without user and password",
    "403, https: sources are asked without user and password",
    "404, compare the source and the path of the definition",
    "410, compare the source and the path of the definition"
  })
  void whatIsRefusedHasARemedyThatIsNotTheHubs(int status, String remedy) {
    net.hubAnswers(new MockResponse.Builder().code(status));

    assertThatThrownBy(() -> fetcher(null).fetch(request("/models")))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("HTTP " + status)
        .hasMessageContaining(remedy)
        .hasMessageNotContaining("HF_TOKEN");
  }

  @Test
  void nothingIsSentWhileOffline() {
    assertThatThrownBy(() -> fetcher("mvn -o").fetch(request("/models")))
        .isInstanceOf(OfflineException.class)
        .hasMessageContaining("mvn -o");
    assertThat(net.hub.getRequestCount()).isZero();
  }

  private HttpsFetcher fetcher(@org.jspecify.annotations.Nullable String offlineBecause) {
    HubSettings settings =
        new HubSettings(
            "https://localhost:1",
            AccessToken.orNull(TOKEN),
            Proxies.OF_THE_JVM,
            offlineBecause,
            Duration.ofSeconds(5));
    return new HttpsFetcher(settings, net.client(Duration.ofSeconds(5)));
  }

  private FetchRequest request(String folder) {
    return new FetchRequest(
        "mine", Source.parse(net.hub.url(folder).toString()), null, file(), sink);
  }
}
