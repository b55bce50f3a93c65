package dev.larder.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.larder.testkit.hub.Content;
import dev.larder.testkit.hub.StandInHub;
import dev.larder.testkit.tls.CertificateAuthority;
import dev.larder.testkit.tls.KeyKind;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Programs in JVMs of their own, which are told whom to trust as people tell theirs. */
final class TlsProcessTest {

  private static final StandInHub HUB =
      StandInHub.start(
          CertificateAuthority.named("Acme", KeyKind.RSA).certify("localhost", "127.0.0.1"));
  private static final Set<String> NEGOTIATED = new TreeSet<>();

  @TempDir private Path folder;

  @AfterAll
  static void report() throws IOException {
    HUB.close();
    Negotiated.report(TlsProcessTest.class, NEGOTIATED);
  }

  TlsProcessTest() {
    HUB.repository("owner/minilm")
        .commit(Replies.COMMIT)
        .largeFile("onnx/model.onnx", Content.of(Replies.CONTENT));
  }

  @ParameterizedTest
  @EnumSource(TlsProvider.class)
  void theTrustStoreThatIsNamedCounts(TlsProvider provider) throws Exception {
    fetches(Jdk.running(), provider, trustStore());
  }

  @ParameterizedTest
  @EnumSource(TlsProvider.class)
  void theTrustStoreThatIsNamedCountsIn25(TlsProvider provider) throws Exception {
    fetches(jdk25(), provider, trustStore());
  }

  @Test
  void theTrustStoreOfTheJdkCounts() throws Exception {
    ofTheJdk(Jdk.running());
  }

  @Test
  void theTrustStoreOfTheJdkCountsIn25() throws Exception {
    ofTheJdk(jdk25());
  }

  private void ofTheJdk(Jdk jdk) throws Exception {
    Jdk image = jdk.linkTo(folder.resolve("image"));
    assertThat(run(image, TlsProvider.CONSCRYPT, List.of()).output())
        .contains("this JVM does not trust \"CN=Acme Root\"");
    image.trust(Files.writeString(folder.resolve("root.pem"), HUB.tls().pem()), jdk);

    for (TlsProvider provider : TlsProvider.values()) {
      fetches(image, provider, List.of());
    }
  }

  @ParameterizedTest
  @EnumSource(TlsProvider.class)
  void whatTheJvmForbidsInTlsIsForbidden(TlsProvider provider) throws Exception {
    forbids("jdk.tls.disabledAlgorithms", Jdk.running(), provider);
  }

  @ParameterizedTest
  @EnumSource(TlsProvider.class)
  void whatTheJvmForbidsInTlsIsForbiddenIn25(TlsProvider provider) throws Exception {
    forbids("jdk.tls.disabledAlgorithms", jdk25(), provider);
  }

  @ParameterizedTest
  @EnumSource(TlsProvider.class)
  void whatTheJvmForbidsInCertificatesIsForbidden(TlsProvider provider) throws Exception {
    forbids("jdk.certpath.disabledAlgorithms", Jdk.running(), provider);
  }

  @ParameterizedTest
  @EnumSource(TlsProvider.class)
  void whatTheJvmForbidsInCertificatesIsForbiddenIn25(TlsProvider provider) throws Exception {
    forbids("jdk.certpath.disabledAlgorithms", jdk25(), provider);
  }

  private void forbids(String property, Jdk jdk, TlsProvider provider) throws Exception {
    Path security = folder.resolve("java.security");
    Files.writeString(security, property + "=RSA keySize < 3072");
    List<String> options = new ArrayList<>(trustStore());
    options.add("-Djava.security.properties=" + security);

    assertThat(run(jdk, provider, options).output())
        .contains("this JVM forbids the keys or signatures of the certificates of localhost: ")
        .contains("RSA")
        .contains("To fix: whoever runs localhost has to get a stronger certificate");
  }

  @Test
  void aTrustStoreWithAnotherPasswordIsOfNoUse() throws Exception {
    List<String> options =
        List.of(trustStore().get(0), "-Djavax.net.ssl.trustStorePassword=forgotten");

    assertThat(run(Jdk.running(), TlsProvider.CONSCRYPT, options).output())
        .contains(
            "the trust store of this JVM is of no use: keystore password was incorrect.",
            "To fix: check -Djavax.net.ssl.trustStore with its password and type");
  }

  @Test
  void aTrustStoreWithoutItsPasswordLooksEmpty() throws Exception {
    List<String> options = List.of(trustStore().get(0));

    assertThat(run(Jdk.running(), TlsProvider.CONSCRYPT, options).output())
        .contains(
            "the trust store of this JVM is of no use: there is no certificate in it.",
            "To fix: check -Djavax.net.ssl.trustStore with its password and type");
  }

  @Test
  void aTrustStoreThatIsNotThereIsSaidNotToBe() throws Exception {
    Path nowhere = folder.resolve("nowhere");
    List<String> options = List.of("-Djavax.net.ssl.trustStore=" + nowhere);

    assertThat(run(Jdk.running(), TlsProvider.JVM, options).output())
        .contains("this JVM does not trust \"CN=Acme Root\"")
        .contains(
            "To fix: correct -Djavax.net.ssl.trustStore, whose file %s cannot be read; or, if"
                .formatted(nowhere));
  }

  private void fetches(Jdk jdk, TlsProvider provider, List<String> options) throws Exception {
    Jdk.Ended ended = run(jdk, provider, options);

    assertThat(ended.exitCode()).as(ended.output()).isZero();
    assertThat(ended.output()).contains(Replies.CONTENT);
    Optional<String> negotiated =
        ended.output().lines().filter(line -> line.startsWith("Java ")).findFirst();
    assertThat(negotiated)
        .get()
        .asString()
        .contains(", " + provider.sockets + ", TLSv1.3, ")
        .contains("CN=localhost by SHA256withRSA < CN=Acme Intermediate by SHA256withRSA");
    NEGOTIATED.add(negotiated.get());
  }

  private static Jdk.Ended run(Jdk jdk, TlsProvider provider, List<String> options)
      throws Exception {
    List<String> arguments = new ArrayList<>(options);
    arguments.addAll(
        List.of("-cp", classPath(provider), FetchingProgram.class.getName(), HUB.endpoint()));
    return jdk.run("java", arguments.toArray(String[]::new));
  }

  private static String classPath(TlsProvider provider) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(provider::allows)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private List<String> trustStore() throws IOException {
    Path file = folder.resolve("trust.p12");
    HUB.tls().writeTrustStore(file, "changeit");
    return List.of(
        "-Djavax.net.ssl.trustStore=" + file, "-Djavax.net.ssl.trustStorePassword=changeit");
  }

  private static Jdk jdk25() throws IOException {
    Optional<Jdk> jdk = Jdk.of25();
    assumeTrue(jdk.isPresent(), "no JDK 25 is named by JAVA_HOME_25 or lies beside this JDK");
    return jdk.get();
  }
}
