package dev.larder.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.larder.api.DownloadFailedException;
import dev.larder.testkit.tls.Trust;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;

/** A fetch that finds no way to its server, and what it says then, to the letter. */
final class FailingFetch {

  private final TlsProvider provider;
  private final Trust trust;
  private final List<Duration> pauses = new ArrayList<>();
  private Proxies proxies = uri -> Optional.empty();
  private UnaryOperator<OkHttpClient> circumstances = client -> client;

  FailingFetch(TlsProvider provider, Trust trust) {
    this.provider = provider;
    this.trust = trust;
  }

  /** No name server is asked: it would be another machine. */
  void nobodyIsKnown() {
    circumstances =
        client ->
            client
                .newBuilder()
                .dns(
                    name -> {
                      throw new UnknownHostException(name);
                    })
                .build();
  }

  void through(int port) {
    through(new HttpProxy("localhost", port, null));
  }

  void through(HttpProxy proxy) {
    proxies = uri -> Optional.of(proxy);
  }

  void impatient() {
    circumstances = client -> client.newBuilder().connectTimeout(Duration.ofMillis(100)).build();
  }

  void assertFailsForGood(String endpoint, String problem, String remedy) {
    assertFails(endpoint, problem, remedy);
    assertThat(pauses).isEmpty();
  }

  void assertFailsForNow(String endpoint, String problem, String remedy) {
    assertFails(endpoint, problem, remedy);
    assertThat(pauses).hasSize(4);
  }

  void assertFails(String endpoint, String problem, String remedy) {
    DownloadFailedException failure =
        catchThrowableOfType(
            DownloadFailedException.class,
            () -> fetcher(endpoint).fetch(Replies.request(new MemorySink())));

    assertThat(failure)
        .hasMessage(
            """
            [Models/DownloadFailed] A download failed: %s.
              From: %s/owner/minilm/resolve/%s/onnx/model.onnx
              To fix: %s
              More: docs/errors/DownloadFailed.md"""
                .formatted(problem, endpoint, Replies.COMMIT, remedy));
  }

  private HubFetcher fetcher(String endpoint) {
    Connections connections = new Connections(Duration.ofSeconds(5), proxies);
    JvmTrust jvm = new JvmTrust(this.trust.trustManager());
    HttpsClient client =
        new HttpsClient(
            () -> circumstances.apply(connections.make(provider.trusting(jvm))),
            pauses::add,
            Pace.STANDARD,
            new PieceBuffers(PieceSizes.STANDARD));
    return new HubFetcher(Loopback.settings(endpoint, "").proxies(proxies), client);
  }
}
