package dev.larder.testkit.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The stand-in hub as a process of its own, with little memory. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class OwnProcessTest {

  private static final long LENGTH = 100 << 20;

  @TempDir private Path folder;

  @Test
  void itServesTheRepositoriesOfAFolder() throws Exception {
    Path repository = Files.createDirectories(folder.resolve("owner/name/onnx"));
    Files.writeString(repository.resolveSibling("config.json"), "{}");
    Files.write(repository.resolve("model.onnx"), new byte[] {8, 0, 1});
    Process process = start(StandInHub.class, "0", folder.toString());
    try (BufferedReader output = process.inputReader()) {
      Map<String, String> told = new HashMap<>();
      while (told.size() < 3) {
        String[] line = output.readLine().split("=", 2);
        told.put(line[0], line[1]);
      }
      HttpClient client = trusting(String.valueOf(told.get("JAVA_TOOL_OPTIONS")));
      String resolve = told.get("HF_ENDPOINT") + "/owner/name/resolve/main/";

      assertThat(get(client, resolve + "onnx/model.onnx").body()).containsExactly(8, 0, 1);
      HttpResponse<byte[]> small = get(client, resolve + "config.json");
      assertThat(small.body()).asString().isEqualTo("{}");
      assertThat(small.uri().getPath()).startsWith("/api/resolve-cache/");
      assertThat(Path.of(String.valueOf(told.get("SSL_CERT_FILE"))))
          .content()
          .startsWith("-----BEGIN CERT");
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void aFileMayBeManyTimesLargerThanTheMemory() throws Exception {
    Process process = start(LargeFileInSmallHeap.class, String.valueOf(LENGTH));

    assertThat(process.waitFor()).isZero();
  }

  private Process start(Class<?> main, String... arguments) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx32m",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName());
    builder.command().addAll(List.of(arguments));
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static HttpClient trusting(String javaOptions) throws Exception {
    String trustStore = javaOptions.replaceAll(".*trustStore=(\\S+).*", "$1");
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream input = Files.newInputStream(Path.of(trustStore))) {
      store.load(input, "changeit".toCharArray());
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return HttpClient.newBuilder()
        .sslContext(context)
        .followRedirects(HttpClient.Redirect.NORMAL)
        .build();
  }

  private static HttpResponse<byte[]> get(HttpClient client, String address) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofByteArray());
  }
}
