package dev.larder.testkit.tls;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * What a client trusts: one root, and nothing else.
 *
 * @param root the certificate of an authority
 */
public record Trust(X509Certificate root) {

  /** The root's certificate, for clients such as curl. */
  public String pem() {
    return Pem.of(root);
  }

  /** Writes a PKCS #12 file for {@code javax.net.ssl.trustStore} of another process. */
  public void writeTrustStore(Path file, String password) throws IOException {
    try (OutputStream output = Files.newOutputStream(file)) {
      keyStore().store(output, password.toCharArray());
    } catch (GeneralSecurityException e) {
      throw new IOException("cannot write a trust store: " + e.getMessage(), e);
    }
  }

  /** For a client in this process. */
  public SSLContext sslContext() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {trustManager()}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM has no TLS", e);
    }
  }

  /** For a client in this process. */
  public SSLSocketFactory sslSocketFactory() {
    return sslContext().getSocketFactory();
  }

  /** The JVM's own, with this root alone. */
  public X509ExtendedTrustManager trustManager() {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(keyStore());
      return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this JVM cannot trust anybody", e);
    }
  }

  private KeyStore keyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("root", root);
    return store;
  }
}
