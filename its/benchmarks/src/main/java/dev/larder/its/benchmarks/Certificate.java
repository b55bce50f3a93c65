package dev.larder.its.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import okhttp3.tls.HeldCertificate;

/**
 * A certificate for the loopback address, made for one run.
 *
 * @param certificate as PEM, for the server and for clients that should trust it
 * @param key as PEM
 * @param trustStore for {@code javax.net.ssl.trustStore}
 */
record Certificate(Path certificate, Path key, Path trustStore) {

  static final String PASSWORD = "changeit";

  static Certificate write(Path folder) throws IOException {
    HeldCertificate held =
        new HeldCertificate.Builder()
            .commonName("Benchmark")
            .addSubjectAlternativeName("127.0.0.1")
            .duration(1, TimeUnit.DAYS)
            .build();
    Path trustStore = folder.resolve("trust.jks");
    try (OutputStream output = Files.newOutputStream(trustStore)) {
      // A PKCS #12 store with a password takes a cold JVM a tenth of a second, unlike the JVM's
      // own.
      KeyStore store = KeyStore.getInstance("JKS");
      store.load(null, null);
      store.setCertificateEntry("benchmark", held.certificate());
      store.store(output, PASSWORD.toCharArray());
    } catch (GeneralSecurityException e) {
      throw new IOException("cannot write a trust store: " + e.getMessage(), e);
    }
    return new Certificate(
        Files.writeString(folder.resolve("certificate.pem"), held.certificatePem()),
        Files.writeString(folder.resolve("key.pem"), held.privateKeyPkcs8Pem()),
        trustStore);
  }
}
