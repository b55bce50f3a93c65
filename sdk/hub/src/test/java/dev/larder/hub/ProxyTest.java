package dev.larder.hub;

import static dev.larder.hub.Loopback.TOKEN;
import static dev.larder.hub.Loopback.requestsTo;
import static dev.larder.hub.Loopback.sent;
import static dev.larder.hub.Replies.CONTENT;
import static dev.larder.hub.Replies.request;
import static dev.larder.hub.Replies.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.DownloadFailedException;
import dev.larder.testkit.tls.CertificateAuthority;
import dev.larder.testkit.tls.InterceptingProxy;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The hub is at a port where nobody listens: only the proxy leads to it. */
final class ProxyTest {

  private static final UserAndPassword LOGIN = new UserAndPassword("me", "proxy-secret");

  @RegisterExtension final Loopback net = new Loopback();
  private final MockWebServer proxy = new MockWebServer();
  private final MemorySink sink = new MemorySink();

  @BeforeEach
  void start() throws IOException {
    proxy.useHttps(Loopback.SERVER_SIDE);
    proxy.start();
  }

  @AfterEach
  void stop() {
    proxy.close();
  }

  @Test
  void theProxyIsToldWhoAsksAndNothingElse() throws InterruptedException {
    proxy.enqueue(new MockResponse.Builder().inTunnel().build());
    proxy.enqueue(whole().build());

    fetchThrough(proxy(LOGIN));

    assertThat(sink.text()).isEqualTo(CONTENT);
    var asked = requestsTo(proxy);
    assertThat(asked).extracting(RecordedRequest::getMethod).containsExactly("CONNECT", "GET");
    assertThat(sent("Proxy-Authorization", asked))
        .containsExactly("Basic bWU6cHJveHktc2VjcmV0", "-");
    assertThat(sent("Authorization", asked)).containsExactly("-", "Bearer " + TOKEN);
  }

  @Test
  void aProxyThatLetsEverybodyThroughNeedsNoUser() throws InterruptedException {
    proxy.enqueue(new MockResponse.Builder().inTunnel().build());
    proxy.enqueue(whole().build());

    fetchThrough(proxy(null));

    assertThat(sink.text()).isEqualTo(CONTENT);
    assertThat(sent("Proxy-Authorization", requestsTo(proxy))).containsExactly("-", "-");
  }

  @Test
  void aCompanysProxyThatLooksInsideIsTrustedByTheCompanysRoot() throws IOException {
    net.hubAnswers(whole());
    CertificateAuthority company = CertificateAuthority.named("Company");
    try (InterceptingProxy inspecting = InterceptingProxy.start(company, Loopback.TLS.trust())) {
      Proxies proxies = uri -> Optional.of(new HttpProxy("localhost", inspecting.port(), null));
      Connections connections = new Connections(Duration.ofSeconds(5), proxies);
      Tls tls = Tls.trusting(new JvmTrust(company.trust().trustManager()));

      new HubFetcher(
              Loopback.settings(net.hub.url("/").toString(), TOKEN),
              net.client(() -> connections.make(tls), Pace.STANDARD))
          .fetch(request(sink));

      assertThat(inspecting.tunnels()).containsExactly("localhost:" + net.hub.getPort());
    }
    assertThat(sink.text()).isEqualTo(CONTENT);
  }

  @Test
  void aProxyThatRefusesTheUserIsNotAskedAgain() {
    refuse();

    assertThatThrownBy(() -> fetchThrough(proxy(LOGIN)))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("does not accept its user and password")
        .hasMessageNotContaining("secret");
    assertThat(net.pauses).isEmpty();
  }

  @Test
  void aProxyThatWantsToKnowWhoAsksSaysSo() {
    refuse();

    assertThatThrownBy(() -> fetchThrough(proxy(null)))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("the proxy localhost:" + proxy.getPort() + " asks for a user");
  }

  @Test
  void aHostWithoutProxyIsReachedDirectly() {
    net.hubAnswers(whole());
    HubSettings settings =
        Loopback.settings(net.hub.url("/").toString(), TOKEN).proxies(uri -> Optional.empty());

    fetcher(settings).fetch(request(sink));

    assertThat(sink.text()).isEqualTo(CONTENT);
    assertThat(proxy.getRequestCount()).isZero();
  }

  @Test
  void theJvmsOwnProxiesAreTaken() {
    ProxySelector before = ProxySelector.getDefault();
    try {
      ProxySelector.setDefault(
          ProxySelector.of(InetSocketAddress.createUnresolved("proxy.test", 3128)));
      assertThat(Proxies.OF_THE_JVM.forUri(URI.create("https://huggingface.co/")))
          .contains(new HttpProxy("proxy.test", 3128, null));
      ProxySelector.setDefault(null);
      assertThat(Proxies.OF_THE_JVM.forUri(URI.create("https://huggingface.co/"))).isEmpty();
    } finally {
      ProxySelector.setDefault(before);
    }
  }

  @Test
  void thePasswordIsNotInTheText() {
    assertThat(new HttpProxy("proxy.test", 3128, LOGIN).toString()).doesNotContain("proxy-secret");
  }

  private void refuse() {
    proxy.enqueue(
        new MockResponse.Builder()
            .inTunnel()
            .code(407)
            .addHeader("Proxy-Authenticate", "Basic realm=\"here\"")
            .build());
  }

  private Proxies proxy(@Nullable UserAndPassword credentials) {
    return uri -> Optional.of(new HttpProxy("localhost", proxy.getPort(), credentials));
  }

  private void fetchThrough(Proxies proxies) {
    fetcher(Loopback.settings("https://localhost:1/", TOKEN).proxies(proxies)).fetch(request(sink));
  }

  private HubFetcher fetcher(HubSettings settings) {
    Connections connections = new Connections(Duration.ofSeconds(5), settings.proxies());
    return new HubFetcher(
        settings, net.client(() -> Loopback.trusting(connections), Pace.STANDARD));
  }
}
