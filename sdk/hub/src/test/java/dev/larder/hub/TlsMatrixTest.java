package dev.larder.hub;

import static dev.larder.hub.Replies.COMMIT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.core.catalog.FileRole;
import dev.larder.core.catalog.ModelFile;
import dev.larder.testkit.hub.Content;
import dev.larder.testkit.hub.StandInHub;
import dev.larder.testkit.tls.CertificateAuthority;
import dev.larder.testkit.tls.KeyKind;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import okhttp3.TlsVersion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A file comes over TLS as the world has it: the client trusts a root, and the server sends none.
 */
final class TlsMatrixTest {

  private static final Set<String> NEGOTIATED = Collections.synchronizedSet(new TreeSet<>());

  private final Negotiated negotiated = new Negotiated();

  @AfterAll
  static void report() throws IOException {
    Negotiated.report(TlsMatrixTest.class, NEGOTIATED);
  }

  @ParameterizedTest
  @CsvSource({
    "CONSCRYPT, TLS_1_3, EC, SHA256withECDSA",
    "CONSCRYPT, TLS_1_3, RSA, SHA256withRSA",
    "CONSCRYPT, TLS_1_3, RSA_PSS, RSASSA-PSS",
    "CONSCRYPT, TLS_1_2, EC, SHA256withECDSA",
    "CONSCRYPT, TLS_1_2, RSA, SHA256withRSA",
    "CONSCRYPT, TLS_1_2, RSA_PSS, RSASSA-PSS",
    "JVM, TLS_1_3, EC, SHA256withECDSA",
    "JVM, TLS_1_3, RSA, SHA256withRSA",
    "JVM, TLS_1_3, RSA_PSS, RSASSA-PSS",
    "JVM, TLS_1_2, EC, SHA256withECDSA",
    "JVM, TLS_1_2, RSA, SHA256withRSA",
    "JVM, TLS_1_2, RSA_PSS, RSASSA-PSS"
  })
  void aFileIsFetched(TlsProvider provider, TlsVersion version, KeyKind keys, String signature) {
    CertificateAuthority authority = CertificateAuthority.named("Acme", keys);
    Content content = Content.seeded(1, 100_000);
    MemorySink sink = new MemorySink();
    try (StandInHub hub =
        StandInHub.start(authority.certify("localhost", "127.0.0.1").speaking(version))) {
      hub.repository("owner/minilm").commit(COMMIT).largeFile("onnx/model.onnx", content);

      fetch(hub, provider, content, sink);
    }

    assertThat(MemorySink.sha256(sink.bytes())).isEqualTo(content.sha256());
    assertThat(negotiated.seen())
        .singleElement()
        .asString()
        .contains(", %s, %s, ".formatted(provider.sockets, version.javaName()))
        .endsWith(", CN=localhost by %1$s < CN=Acme Intermediate by %1$s".formatted(signature));
    NEGOTIATED.addAll(negotiated.seen());
  }

  private void fetch(StandInHub hub, TlsProvider provider, Content content, MemorySink sink) {
    JvmTrust trust = new JvmTrust(hub.tls().trustManager());
    Connections connections = new Connections(Duration.ofSeconds(5), Proxies.OF_THE_JVM);
    HttpsClient client =
        new HttpsClient(
            () -> negotiated.of(connections.make(provider.trusting(trust))),
            pause -> {},
            Pace.STANDARD,
            new PieceBuffers(PieceSizes.STANDARD));
    ModelFile file =
        new ModelFile(FileRole.MODEL, "onnx/model.onnx", content.sha256(), null, content.length());
    try (HubFetcher fetcher = new HubFetcher(Loopback.settings(hub.endpoint(), ""), client)) {
      fetcher.fetch(Replies.request(COMMIT, file, sink));
    }
  }
}
