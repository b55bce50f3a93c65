package dev.larder.testkit.hub;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** What a client needs to trust the stand-in hub: its certificate authority, made for it alone. */
public final class HubTls {

  private static final int DAYS_VALID = 30;

  private final X509Certificate authority;
  private final String pem;
  private final HandshakeCertificates serverSide;
  private final HandshakeCertificates clientSide;

  HubTls(String... hostNames) {
    HeldCertificate issuer =
        new HeldCertificate.Builder()
            .commonName("Stand-in hub")
            .certificateAuthority(0)
            .duration(DAYS_VALID, TimeUnit.DAYS)
            .build();
    HeldCertificate.Builder server =
        new HeldCertificate.Builder().signedBy(issuer).duration(DAYS_VALID, TimeUnit.DAYS);
    for (String hostName : hostNames) {
      server.addSubjectAlternativeName(hostName);
    }
    authority = issuer.certificate();
    pem = issuer.certificatePem();
    serverSide = new HandshakeCertificates.Builder().heldCertificate(server.build()).build();
    clientSide = new HandshakeCertificates.Builder().addTrustedCertificate(authority).build();
  }

  /** The authority's certificate, for clients such as curl. */
  public String certificatePem() {
    return pem;
  }

  /** Writes a PKCS #12 file for {@code javax.net.ssl.trustStore} of another process. */
  public void writeTrustStore(Path file, String password) throws IOException {
    try (OutputStream output = Files.newOutputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setCertificateEntry("stand-in-hub", authority);
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
