package dev.larder.hub;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.conscrypt.Conscrypt;

/** All that names Conscrypt, so that nothing else needs it. */
final class ConscryptSockets {

  private ConscryptSockets() {}

  /**
   * The provider serves these sockets alone; the JVM's list of providers stays as it is. Its
   * library is unpacked under a new name each time, so that several class loaders can have their
   * own.
   *
   * @throws LinkageError if Conscrypt or its native library is not there for this platform
   */
  static SSLSocketFactory trusting(X509TrustManager trust) throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS", Conscrypt.newProvider());
    context.init(null, new TrustManager[] {trust}, null);
    return context.getSocketFactory();
  }

  static MessageDigest sha256() throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256", Conscrypt.newProvider());
  }
}
