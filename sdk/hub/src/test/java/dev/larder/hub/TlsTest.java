package dev.larder.hub;

import static dev.larder.hub.Replies.CONTENT;
import static dev.larder.hub.Replies.request;
import static dev.larder.hub.Replies.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.larder.api.DownloadFailedException;
import dev.larder.testkit.tls.CertificateAuthority;
import dev.larder.testkit.tls.ServerTls;
import java.io.File;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.security.Security;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.conscrypt.Conscrypt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Conscrypt decrypts, and the JVM decides whom to trust. */
final class TlsTest {

  @RegisterExtension final Loopback net = new Loopback();
  private final MemorySink sink = new MemorySink();
  private final JvmTrust trust = new JvmTrust(Loopback.TLS.trust().trustManager());

  @BeforeEach
  void conscryptIsThere() {
    assumeTrue(Tls.ofConscrypt(trust).isPresent(), "Conscrypt has no library for this platform");
  }

  @Test
  void aServerThatIsTrustedIsFetchedFrom() {
    net.hubAnswers(whole());
    Tls tls = Tls.ofConscrypt(trust).orElseThrow();

    fetch(net.hub, tls);

    assertThat(Conscrypt.isConscrypt(tls.sockets())).isTrue();
    assertThat(sink.text()).isEqualTo(CONTENT);
  }

  @Test
  void aConnectionThatIsSilentForTooLongIsReplaced() {
    net.hubAnswers(whole().onResponseBody(SocketEffect.Stall.INSTANCE), whole());
    Tls tls = Tls.ofConscrypt(trust).orElseThrow();

    fetch(net.hub, tls, Duration.ofMillis(150));

    assertThat(sink.text()).isEqualTo(CONTENT);
    assertThat(net.hub.getRequestCount()).isEqualTo(2);
  }

  @Test
  void aCertificateThatTheJvmDoesNotTrustIsRefused() {
    net.hubAnswers(whole());

    assertThatThrownBy(() -> fetch(net.hub, Tls.ofConscrypt(JvmTrust.load()).orElseThrow()))
        .isInstanceOf(DownloadFailedException.class)
        .hasCauseInstanceOf(SSLHandshakeException.class);
    assertThat(net.hub.getRequestCount()).isZero();
    assertThat(net.pauses).isEmpty();
  }

  @Test
  void aTrustedCertificateForAnotherHostIsRefused() throws Exception {
    ServerTls elsewhere = CertificateAuthority.named("Elsewhere").certify("elsewhere.test");
    try (MockWebServer server = new MockWebServer()) {
      server.useHttps(elsewhere.sockets());
      server.enqueue(whole().build());
      server.start();

      assertThatThrownBy(
              () ->
                  fetch(
                      server,
                      Tls.ofConscrypt(new JvmTrust(elsewhere.trust().trustManager()))
                          .orElseThrow()))
          .isInstanceOf(DownloadFailedException.class)
          .hasCauseInstanceOf(SSLPeerUnverifiedException.class);
      assertThat(server.getRequestCount()).isZero();
      assertThat(net.pauses).isEmpty();
    }
  }

  @Test
  void theJvmsOwnListOfProvidersStaysAsItIs() {
    assertThat(Security.getProviders()).noneMatch(Conscrypt::isConscrypt);
  }

  @Test
  void twoClassLoadersOfOneJvmMayBothUseIt() throws Exception {
    try (URLClassLoader one = loader(".*");
        URLClassLoader other = loader(".*")) {
      assertThat(conscryptIn(one)).isPresent();
      assertThat(conscryptIn(other)).isPresent();
    }
  }

  @Test
  void withoutItTheJvmsOwnServes() throws Exception {
    try (URLClassLoader without = loader("(?!.*conscrypt).*")) {
      assertThat(conscryptIn(without)).isEmpty();
    }
  }

  private static Optional<?> conscryptIn(ClassLoader loader) throws Exception {
    Class<?> trust = loader.loadClass(JvmTrust.class.getName());
    Method load = trust.getDeclaredMethod("load");
    load.setAccessible(true);
    Method method = loader.loadClass(Tls.class.getName()).getDeclaredMethod("ofConscrypt", trust);
    method.setAccessible(true);
    return (Optional<?>) method.invoke(null, load.invoke(null));
  }

  /** Loads this module and what it needs anew, from the elements of the class path that match. */
  private static URLClassLoader loader(String elements) throws Exception {
    String[] path = System.getProperty("java.class.path").split(File.pathSeparator, -1);
    List<String> wanted = Arrays.stream(path).filter(file -> file.matches(elements)).toList();
    URL[] urls = new URL[wanted.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = Path.of(wanted.get(i)).toUri().toURL();
    }
    return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }

  private void fetch(MockWebServer server, Tls tls) {
    fetch(server, tls, Duration.ofSeconds(5));
  }

  private void fetch(MockWebServer server, Tls tls, Duration silence) {
    Connections connections = new Connections(silence, Proxies.OF_THE_JVM);
    HttpsClient client = net.client(() -> connections.make(tls), Pace.STANDARD);
    new HubFetcher(Loopback.settings(server.url("/").toString(), ""), client).fetch(request(sink));
  }
}
