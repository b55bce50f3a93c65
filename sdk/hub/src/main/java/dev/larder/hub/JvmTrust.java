package dev.larder.hub;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * The JVM's decision whom to trust, for connections of Conscrypt too: by its trust store, and by
 * the algorithms that {@code jdk.tls.disabledAlgorithms} and {@code
 * jdk.certpath.disabledAlgorithms} leave.
 */
final class JvmTrust extends X509ExtendedTrustManager {

  /** What Conscrypt calls the key exchange of TLS 1.3, which says no more than that it is TLS. */
  private static final String OF_CONSCRYPT = "GENERIC";

  /** What the JVM itself calls it. Of other names it accepts none that it does not know. */
  private static final String OF_THE_JVM = "UNKNOWN";

  private final X509ExtendedTrustManager jvm;

  JvmTrust(X509ExtendedTrustManager jvm) {
    this.jvm = jvm;
  }

  /**
   * Reads the JVM's trust store.
   *
   * @throws ConnectionFault if the JVM's trust store cannot be read, or there is nothing in it
   */
  static JvmTrust load() throws ConnectionFault {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      X509ExtendedTrustManager jvm =
          Arrays.stream(factory.getTrustManagers())
              .filter(X509ExtendedTrustManager.class::isInstance)
              .map(X509ExtendedTrustManager.class::cast)
              .findFirst()
              .orElseThrow(() -> new GeneralSecurityException("it has no X.509 trust manager"));
      if (jvm.getAcceptedIssuers().length == 0) {
        throw new GeneralSecurityException("there is no certificate in it");
      }
      return new JvmTrust(jvm);
    } catch (GeneralSecurityException e) {
      // The JVM says "problem accessing trust store", and why underneath.
      Throwable reason = e.getCause() == null ? e : e.getCause();
      throw ConnectionFault.lasting(
          "the trust store of this JVM is of no use: " + reason.getMessage(),
          "check -Djavax.net.ssl.trustStore with its password and type, in MAVEN_OPTS and"
              + " .mvn/jvm.config; without it, lib/security/cacerts of the JDK",
          e);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    check(chain, () -> jvm.checkServerTrusted(chain, nameOfTheJvm(authType), socket));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    check(chain, () -> jvm.checkServerTrusted(chain, nameOfTheJvm(authType), engine));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    check(chain, () -> jvm.checkServerTrusted(chain, nameOfTheJvm(authType)));
  }

  private static String nameOfTheJvm(String authType) {
    return authType.equals(OF_CONSCRYPT) ? OF_THE_JVM : authType;
  }

  @FunctionalInterface
  private interface Check {
    void run() throws CertificateException;
  }

  private static void check(X509Certificate[] chain, Check check) throws DistrustedChain {
    try {
      check.run();
    } catch (CertificateException e) {
      throw new DistrustedChain(chain, e);
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    jvm.checkClientTrusted(chain, authType, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    jvm.checkClientTrusted(chain, authType, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    jvm.checkClientTrusted(chain, authType);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return jvm.getAcceptedIssuers();
  }
}
