package dev.larder.hub;

import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/**
 * Connections that are encrypted by Conscrypt where that is on the class path. The JVM's own code
 * has to be compiled first: 90 MB in a JVM that has just started take 1.34 s with it, and 0.73 s
 * with Conscrypt. Whom to trust is the JVM's decision in either case.
 *
 * @param sockets makes the connections
 * @param trust the JVM's trust store, or who stands in for it
 */
record Tls(SSLSocketFactory sockets, JvmTrust trust) {

  static Tls trusting(JvmTrust trust) {
    return ofConscrypt(trust).orElseGet(() -> ofTheJvm(trust));
  }

  /** Empty if Conscrypt is missing or does not run here. */
  static Optional<Tls> ofConscrypt(JvmTrust trust) {
    try {
      return Optional.of(new Tls(ConscryptSockets.trusting(trust), trust));
    } catch (GeneralSecurityException | RuntimeException | LinkageError e) {
      return Optional.empty();
    }
  }

  static Tls ofTheJvm(JvmTrust trust) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {trust}, null);
      return new Tls(context.getSocketFactory(), trust);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JVM has TLS", e);
    }
  }
}
