package dev.larder.testkit.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.TlsVersion;

/**
 * What a server has.
 *
 * @param key its own
 * @param chain what it sends: its own certificate first, and each signed by the next
 * @param versions of TLS that it knows
 */
public record ServerCertificate(
    PrivateKey key, List<X509Certificate> chain, List<TlsVersion> versions) {

  private static final char[] NO_PASSWORD = {};

  /** For a server of this JVM. */
  public SSLSocketFactory sockets() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("server", key, NO_PASSWORD, chain.toArray(Certificate[]::new));
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, NO_PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return new VersionedSockets(context.getSocketFactory(), versions);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this JVM cannot serve TLS", e);
    }
  }

  /** The chain, for a server such as nginx. */
  public String chainPem() {
    StringBuilder text = new StringBuilder();
    for (X509Certificate certificate : chain) {
      text.append(Pem.of(certificate));
    }
    return text.toString();
  }

  /** The key as PKCS #8, for a server such as nginx. */
  public String keyPem() {
    return Pem.of("PRIVATE KEY", key.getEncoded());
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "the certificate of " + chain.get(0).getSubjectX500Principal();
  }
}
