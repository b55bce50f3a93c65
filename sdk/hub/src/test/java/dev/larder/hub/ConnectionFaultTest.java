package dev.larder.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.testkit.tls.CertificateAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;

/** Why there is no way to a server, and what to do about it. */
final class ConnectionFaultTest {

  private static final String CHECK_SERVER =
      "check the address and the network; if one gets out of it through a proxy, name that: in a"
          + " build as <proxy> in settings.xml, elsewhere by -Dhttps.proxyHost and"
          + " -Dhttps.proxyPort";
  private static final String CHECK_PROXY =
      "check the proxy that is named in settings.xml, or by -Dhttps.proxyHost and"
          + " -Dhttps.proxyPort";

  private final FailingFetch fetch =
      new FailingFetch(TlsProvider.JVM, CertificateAuthority.named("Acme").trust());

  @Test
  void aNameThatNobodyKnowsMayNeedAProxy() {
    fetch.nobodyIsKnown();

    fetch.assertFailsForNow(
        "https://hub.test", "the name of hub.test is not known here", CHECK_SERVER);
  }

  @Test
  void aProxyThatNobodyKnowsIsToBeChecked() {
    fetch.nobodyIsKnown();
    fetch.through(new HttpProxy("proxy.test", 3128, null));

    fetch.assertFailsForNow(
        "https://hub.test", "the name of the proxy proxy.test is not known here", CHECK_PROXY);
  }

  @Test
  void aPortWhereNobodyListensIsNamed() throws IOException {
    int port = freePort();

    fetch.assertFailsForNow(
        "https://localhost:" + port,
        "localhost:%d refuses the connection".formatted(port),
        CHECK_SERVER);
  }

  @Test
  void aProxyThatDoesNotRunIsNamed() throws IOException {
    int port = freePort();
    fetch.through(port);

    fetch.assertFailsForNow(
        "https://hub.test",
        "the proxy localhost:%d refuses the connection".formatted(port),
        CHECK_PROXY);
  }

  @Test
  void aServerThatTakesNoConnectionIsNamed() throws IOException {
    List<Socket> queue = new ArrayList<>();
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      fill(queue, server);
      fetch.impatient();

      fetch.assertFailsForNow(
          "https://127.0.0.1:" + server.getLocalPort(),
          "127.0.0.1:%d does not answer in time".formatted(server.getLocalPort()),
          CHECK_SERVER);
    } finally {
      for (Socket socket : queue) {
        socket.close();
      }
    }
  }

  @Test
  void aServerToWhichNoWayLeadsIsNamed() {
    // The address of all, to which no system connects, so that nothing is sent.
    fetch.assertFailsForNow(
        "https://255.255.255.255",
        "there is no way from here to 255.255.255.255:443",
        CHECK_SERVER);
  }

  @Test
  void aProxyThatForbidsTheHostIsToLetItThrough() throws IOException {
    try (MockWebServer proxy = proxyAnswering(403)) {
      fetch.assertFailsForGood(
          "https://hub.test",
          "the proxy localhost:%d does not connect to hub.test: HTTP 403"
              .formatted(proxy.getPort()),
          "have whoever runs the proxy let hub.test through, or name another proxy");
    }
  }

  @Test
  void aProxyThatCannotReachTheHostIsSaidTo() throws IOException {
    try (MockWebServer proxy = proxyAnswering(502)) {
      fetch.assertFailsForNow(
          "https://hub.test",
          "the proxy localhost:%d does not connect to hub.test: HTTP 502"
              .formatted(proxy.getPort()),
          "check the address, and whether the proxy can reach it");
    }
  }

  private MockWebServer proxyAnswering(int status) throws IOException {
    MockWebServer proxy = new MockWebServer();
    for (int i = 0; i < 5; i++) {
      proxy.enqueue(new MockResponse.Builder().code(status).build());
    }
    proxy.start();
    fetch.through(proxy.getPort());
    return proxy;
  }

  /** Connects until the queue of connections that nobody has accepted is full. */
  private static void fill(List<Socket> queue, ServerSocket server) throws IOException {
    try {
      while (queue.size() < 100) {
        Socket socket = new Socket();
        queue.add(socket);
        socket.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), 300);
      }
    } catch (SocketTimeoutException e) {
      // That is full.
      assertThat(queue).isNotEmpty();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
