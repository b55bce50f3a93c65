package dev.larder.hub;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Connections that are encrypted by Conscrypt where that is on the class path. In a JVM that has
 * just started it decrypts many times faster than the JVM's own code, which has to be compiled
 * first. Whom to trust is the JVM's own decision in either case.
 *
 * @param sockets makes the connections
 * @param trust the JVM's trust store, or who stands in for it
 */
record Tls(SSLSocketFactory sockets, X509TrustManager trust) {

  /** Empty if Conscrypt is missing or does not run here; then the JVM's own serves. */
  static Optional<Tls> ofConscrypt() {
    return Optional.ofNullable(trustOfTheJvm()).flatMap(Tls::ofConscrypt);
  }

  static Optional<Tls> ofConscrypt(X509TrustManager trust) {
    try {
      return Optional.of(new Tls(ConscryptSockets.trusting(trust), trust));
    } catch (GeneralSecurityException | RuntimeException | LinkageError e) {
      return Optional.empty();
    }
  }

  private static @Nullable X509TrustManager trustOfTheJvm() {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      TrustManager[] managers = factory.getTrustManagers();
      return Arrays.stream(managers)
          .filter(X509TrustManager.class::isInstance)
          .map(X509TrustManager.class::cast)
          .findFirst()
          .orElse(null);
    } catch (GeneralSecurityException e) {
      return null;
    }
  }
}
