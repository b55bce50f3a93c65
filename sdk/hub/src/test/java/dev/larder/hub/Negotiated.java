package dev.larder.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;

/** Writes down what connections agreed on, from the sockets themselves. */
final class Negotiated extends EventListener {

  private final Set<String> seen = new ConcurrentSkipListSet<>();

  /** The same client, whose connections are written down. */
  OkHttpClient of(OkHttpClient client) {
    return client.newBuilder().eventListener(this).build();
  }

  /** JVM, package of the sockets, protocol, cipher suite and the chain that was sent. */
  List<String> seen() {
    return List.copyOf(seen);
  }

  /** Leaves what was seen for {@code .ci/run}, which shows it. */
  static void report(Class<?> test, Collection<String> lines) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "negotiated-tls"));
    Files.write(folder.resolve(test.getSimpleName() + ".txt"), lines);
  }

  @Override
  public void connectionAcquired(Call call, Connection connection) {
    SSLSocket socket = (SSLSocket) connection.socket();
    SSLSession session = socket.getSession();
    seen.add(
        "Java %s, %s, %s, %s, %s"
            .formatted(
                Runtime.version().feature(),
                socket.getClass().getPackageName(),
                session.getProtocol(),
                session.getCipherSuite(),
                chain(session)));
  }

  private static String chain(SSLSession session) {
    try {
      return Arrays.stream(session.getPeerCertificates())
          .map(Negotiated::text)
          .collect(Collectors.joining(" < "));
    } catch (SSLPeerUnverifiedException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(Certificate certificate) {
    X509Certificate x509 = (X509Certificate) certificate;
    return "%s by %s".formatted(x509.getSubjectX500Principal(), x509.getSigAlgName());
  }
}
