package dev.larder.its.benchmarks;

import dev.larder.testkit.tls.CertificateAuthority;
import dev.larder.testkit.tls.ServerCertificate;
import dev.larder.testkit.tls.ServerTls;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/**
 * A certificate for the loopback address, made for one run.
 *
 * @param chain what the server sends, as PEM
 * @param key of the server, as PEM
 * @param root what clients trust, as PEM
 * @param trustStore the same for {@code javax.net.ssl.trustStore}
 */
record Certificate(Path chain, Path key, Path root, Path trustStore) {

  static final String PASSWORD = "changeit";

  static Certificate write(Path folder) throws IOException {
    ServerTls tls = CertificateAuthority.named("Benchmark").certify("127.0.0.1");
    ServerCertificate server = tls.issue();
    Path trustStore = folder.resolve("trust.jks");
    try (OutputStream output = Files.newOutputStream(trustStore)) {
      // A PKCS #12 store with a password takes a cold JVM a tenth of a second, unlike the JVM's
      // own.
      KeyStore store = KeyStore.getInstance("JKS");
      store.load(null, null);
      store.setCertificateEntry("benchmark", tls.trust().root());
      store.store(output, PASSWORD.toCharArray());
    } catch (GeneralSecurityException e) {
      throw new IOException("cannot write a trust store: " + e.getMessage(), e);
    }
    return new Certificate(
        Files.writeString(folder.resolve("chain.pem"), server.chainPem()),
        Files.writeString(folder.resolve("key.pem"), server.keyPem()),
        Files.writeString(folder.resolve("root.pem"), tls.trust().pem()),
        trustStore);
  }
}
