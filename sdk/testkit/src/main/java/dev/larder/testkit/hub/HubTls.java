package dev.larder.testkit.hub;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** What a client needs to trust the stand-in hub: its certificate, made for it alone. */
public final class HubTls {

  private static final int DAYS_VALID = 30;

  private final HeldCertificate certificate;
  private final HandshakeCertificates serverSide;
  private final HandshakeCertificates clientSide;

  /** Signed by itself: behind an authority, strict clients ask for more than it can be given. */
  HubTls(String... hostNames) {
    HeldCertificate.Builder builder =
        new HeldCertificate.Builder()
            .commonName("Stand-in hub")
            .duration(DAYS_VALID, TimeUnit.DAYS);
    for (String hostName : hostNames) {
      builder.addSubjectAlternativeName(hostName);
    }
    certificate = builder.build();
    serverSide = new HandshakeCertificates.Builder().heldCertificate(certificate).build();
    clientSide =
        new HandshakeCertificates.Builder()
            .addTrustedCertificate(certificate.certificate())
            .build();
  }

  /** The certificate, for clients such as curl. */
  public String certificatePem() {
    return certificate.certificatePem();
  }

  /** Writes a PKCS #12 file for {@code javax.net.ssl.trustStore} of another process. */
  public void writeTrustStore(Path file, String password) throws IOException {
    try (OutputStream output = Files.newOutputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setCertificateEntry("stand-in-hub", certificate.certificate());
      store.store(output, password.toCharArray());
    } catch (GeneralSecurityException e) {
      throw new IOException("cannot write a trust store: " + e.getMessage(), e);
    }
  }

  /** For a client in this process. */
  public SSLContext sslContext() {
    return clientSide.sslContext();
  }

  /** For a client in this process. */
  public SSLSocketFactory sslSocketFactory() {
    return clientSide.sslSocketFactory();
  }

  /** For a client in this process. */
  public X509TrustManager trustManager() {
    return clientSide.trustManager();
  }

  SSLSocketFactory serverSocketFactory() {
    return serverSide.sslSocketFactory();
  }
}
