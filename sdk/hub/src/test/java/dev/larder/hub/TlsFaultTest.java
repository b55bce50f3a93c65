package dev.larder.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.testkit.hub.StandInHub;
import dev.larder.testkit.tls.CertificateAuthority;
import dev.larder.testkit.tls.InterceptingProxy;
import dev.larder.testkit.tls.ServerTls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Why a server is not believed, and what to do about it, whoever encrypts. */
@ParameterizedClass
@EnumSource(TlsProvider.class)
final class TlsFaultTest {

  private static final CertificateAuthority ACME = CertificateAuthority.named("Acme");
  private static final CertificateAuthority OTHER = CertificateAuthority.named("Other");

  private static final String GIVE_TO_JAVA =
      "put it into the trust store of this JDK (keytool -importcert -cacerts -file <certificate>),"
          + " or name a trust store that has it by -Djavax.net.ssl.trustStore=<file> in MAVEN_OPTS"
          + " or .mvn/jvm.config";
  private static final String SET_CLOCK =
      "set the clock if it is wrong; if it is right, whoever runs localhost has to renew the"
          + " certificate";
  private final TlsProvider provider;
  private final FailingFetch fetch;

  TlsFaultTest(TlsProvider provider) {
    this.provider = provider;
    this.fetch = new FailingFetch(provider, ACME.trust());
  }

  @Test
  void aRootThatJavaDoesNotKnowIsNamed() {
    assertServerFailsForGood(
        OTHER.certify("localhost"),
        "this JVM does not trust \"CN=Other Root\", which is behind the certificate of localhost",
        "if \"CN=Other Root\" is an authority of your own company or network, get its certificate"
            + " and "
            + GIVE_TO_JAVA);
  }

  @Test
  void aCertificateThatIsSignedByItselfIsNamed() {
    assertServerFailsForGood(
        ACME.certify("localhost").signedByItself(),
        "this JVM does not trust \"CN=localhost\", which is behind the certificate of localhost",
        "if \"CN=localhost\" is an authority of your own company or network, get its certificate"
            + " and "
            + GIVE_TO_JAVA);
  }

  @Test
  void aServerThatForgetsItsIntermediateIsToSendIt() {
    assertServerFailsForGood(
        ACME.certify("localhost").withoutIntermediate(),
        "localhost sends its own certificate alone, and this JVM does not know"
            + " \"CN=Acme Intermediate\", which issued it",
        "whoever runs localhost has to have it send the certificate of \"CN=Acme Intermediate\""
            + " too; if it is one of your own network: "
            + GIVE_TO_JAVA);
  }

  @Test
  void anExpiredCertificateMayBeOfASlowClock() {
    LocalDate today = today();

    assertServerFailsForGood(
        ACME.certify("localhost").expired(),
        "the certificate of localhost expired on %s, and this machine's clock says %s"
            .formatted(today.minusDays(10), today),
        SET_CLOCK);
  }

  @Test
  void aCertificateThatBeginsLaterMayBeOfASlowClock() {
    LocalDate today = today();

    assertServerFailsForGood(
        ACME.certify("localhost").notYetValid(),
        "the certificate of localhost is not valid before %s, and this machine's clock says %s"
            .formatted(today.plusDays(10), today),
        SET_CLOCK);
  }

  @Test
  void anExpiredIntermediateIsNamed() {
    LocalDate today = today();

    assertServerFailsForGood(
        ACME.withExpiredIntermediate().certify("localhost"),
        "\"CN=Acme Intermediate\", which is behind the certificate of localhost, expired on %s, and"
                .formatted(today.minusYears(1).plusDays(300))
            + " this machine's clock says "
            + today,
        SET_CLOCK);
  }

  @Test
  void aCertificateOfOtherNamesSaysWhich() {
    assertServerFailsForGood(
        ACME.certify("elsewhere.test", "*.elsewhere.test", "127.0.0.2"),
        "the certificate that localhost shows is for other names: 127.0.0.2, elsewhere.test,"
            + " *.elsewhere.test",
        "check the address; if it is right, something else answers in its place, such as the"
            + " sign-in page of a network, or the server has the wrong certificate");
  }

  @Test
  void aProxyThatLooksInsideIsNamedByItsAuthority() throws IOException {
    try (InterceptingProxy proxy = InterceptingProxy.start(OTHER, ACME.trust())) {
      fetch.through(proxy.port());

      fetch.assertFailsForGood(
          "https://hub.test",
          "this JVM does not trust \"CN=Other Root\", which is behind the certificate of hub.test",
          "if \"CN=Other Root\" is an authority of your own company or network, get its certificate"
              + " and "
              + GIVE_TO_JAVA);
    }
  }

  @Test
  void aServerOfOldVersionsAloneIsToSpeakNewOnes() throws IOException {
    try (RawServer server = new RawServer("15030300020246")) {
      fetch.assertFailsForGood(
          server.address(),
          "localhost and this JVM have no version of TLS in common",
          "the server has to speak TLS 1.2 or 1.3; where it does, see which versions the JVM is"
              + " left by jdk.tls.disabledAlgorithms in its java.security");
    }
  }

  @Test
  void aServerThatRefusesTheHandshakeIsSaidTo() throws IOException {
    try (RawServer server = new RawServer("15030300020228")) {
      fetch.assertFailsForGood(
          server.address(),
          "localhost refuses TLS as this JVM offers it",
          "the server has to take ciphers of TLS 1.2 or 1.3 that jdk.tls.disabledAlgorithms in the"
              + " JVM's java.security leaves, and to do without a certificate of the client");
    }
  }

  @Test
  void aServerOfPlainHttpIsSaidToBeOne() throws IOException {
    String badRequest =
        HexFormat.of()
            .formatHex("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    try (RawServer server = new RawServer(badRequest)) {
      fetch.assertFailsForGood(
          server.address(),
          "what localhost answers is not TLS",
          "check host and port of the address: it may be one of plain http");
    }
  }

  @Test
  void anotherAlertIsHandedOnWithoutAddressesInMemory() throws IOException {
    String internalError = "15030300020250";
    try (RawServer server = new RawServer(internalError)) {
      String words =
          provider == TlsProvider.JVM
              ? "Received fatal alert: internal_error"
              : "TLSV1_ALERT_INTERNAL_ERROR";
      fetch.assertFailsForNow(
          server.address(),
          "TLS with localhost broke off: " + words,
          "run the same command again; if it fails again, see whether a proxy or firewall breaks"
              + " TLS");
    }
  }

  private void assertServerFailsForGood(ServerTls server, String problem, String remedy) {
    try (StandInHub hub = StandInHub.start(server)) {
      fetch.assertFailsForGood(hub.endpoint(), problem, remedy);
      assertThat(hub.log().requests()).isEmpty();
    }
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }
}
