package dev.larder.testkit.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.larder.testkit.hub.StandInHub;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.TlsVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients that look closely take the certificates for those of a real authority. */
final class StrictClientsTest {

  private static final Duration LONGEST_LIFETIME = Duration.ofDays(398);

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(KeyKind.class)
  void opensslFindsNothingAmiss(KeyKind keys) throws Exception {
    ServerTls server = CertificateAuthority.named("Acme", keys).certify("localhost");
    try (StandInHub hub = StandInHub.start(server)) {
      assertThat(opensslAt(hub))
          .contains("Verification: OK")
          .contains("Verify return code: 0 (ok)");
    }
  }

  @Test
  void opensslMissesAnIntermediate() throws Exception {
    try (StandInHub hub = StandInHub.start(acme().withoutIntermediate())) {
      assertThat(opensslAt(hub)).contains("unable to get local issuer certificate");
    }
  }

  @Test
  void opensslSeesThatACertificateHasExpired() throws Exception {
    try (StandInHub hub = StandInHub.start(acme().expired())) {
      assertThat(opensslAt(hub)).contains("certificate has expired");
    }
  }

  @Test
  void opensslSeesTheOnlyVersionThatAServerSpeaks() throws Exception {
    try (StandInHub hub = StandInHub.start(acme().speaking(TlsVersion.TLS_1_2))) {
      assertThat(opensslAt(hub)).contains("New, TLSv1.2");
    }
  }

  @Test
  void pythonFindsNothingAmiss() throws Exception {
    try (StandInHub hub = StandInHub.start(acme())) {
      assertThat(
              run(
                  "python3",
                  "-c",
                  """
                  import socket, ssl, sys, urllib.parse
                  url = urllib.parse.urlparse(sys.argv[1])
                  context = ssl.create_default_context(cafile=sys.argv[2])
                  context.verify_flags |= ssl.VERIFY_X509_STRICT
                  with socket.create_connection((url.hostname, url.port)) as plain:
                    with context.wrap_socket(plain, server_hostname=url.hostname) as secured:
                      print(secured.version())
                  """,
                  hub.endpoint(),
                  root(hub).toString()))
          .isEqualTo("TLSv1.3\n");
    }
  }

  @Test
  void curlFindsNothingAmiss() throws Exception {
    try (StandInHub hub = StandInHub.start(acme())) {
      assertThat(
              run(
                  "curl",
                  "--silent",
                  "--show-error",
                  "--noproxy",
                  "*",
                  "--cacert",
                  root(hub).toString(),
                  "--write-out",
                  "%{ssl_verify_result} %{http_code}",
                  "--output",
                  folder.resolve("answer").toString(),
                  hub.endpoint() + "/owner/name/resolve/main/file"))
          .isEqualTo("0 401");
    }
  }

  @Test
  void aServersCertificateLivesNoLongerThanBrowsersAllow() {
    var certificate = acme().issue().chain().get(0);

    assertThat(
            Duration.between(
                certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant()))
        .isLessThan(LONGEST_LIFETIME);
  }

  @Test
  void theRootIsNotSent() {
    ServerTls server = acme();

    assertThat(server.issue().chain()).hasSize(2).doesNotContain(server.trust().root());
  }

  private static ServerTls acme() {
    return CertificateAuthority.named("Acme").certify("localhost");
  }

  private String opensslAt(StandInHub hub) throws IOException, InterruptedException {
    return run(
        "openssl",
        "s_client",
        "-connect",
        hub.endpoint().substring("https://".length()),
        "-servername",
        "localhost",
        "-verify_hostname",
        "localhost",
        "-verify_return_error",
        "-x509_strict",
        "-CAfile",
        root(hub).toString());
  }

  private Path root(StandInHub hub) throws IOException {
    return Files.writeString(folder.resolve("root.pem"), hub.tls().pem());
  }

  private String run(String program, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(Arrays.asList(arguments));
    assumeTrue(isInstalled(program), program + " is not installed");
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(command)
            .redirectInput(Files.createTempFile(folder, "no", "input").toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      return Files.readString(output);
    } finally {
      process.destroyForcibly();
    }
  }

  private static boolean isInstalled(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
