package dev.larder.hub;

import static dev.larder.hub.Replies.CONTENT;
import static dev.larder.hub.Replies.request;
import static dev.larder.hub.Replies.whole;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.core.catalog.Source;
import dev.larder.core.fetch.Fetcher;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What only a JVM of its own can show: environment, truststore, classes loaded, its end. */
final class OwnProcessTest {

  @RegisterExtension final Loopback net = new Loopback();
  @TempDir Path folder;

  @Test
  void aProgramThatFetchedEndsByItself() throws Exception {
    net.cdnAnswers(whole());

    assertThat(run(FetchOnce.class)).contains(CONTENT);
  }

  @Test
  void whoFetchesNothingDoesNotLoadTheHttpClient() throws Exception {
    assertThat(run(LoadOnly.class)).contains("2 fetchers").doesNotContain("okhttp3.OkHttpClient");
  }

  private String run(Class<?> main) throws Exception {
    Path output = folder.resolve("output");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xlog:class+load",
            "-Djavax.net.ssl.trustStore=" + truststore(),
            "-Djavax.net.ssl.trustStorePassword=password",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName());
    builder.environment().put("HF_ENDPOINT", net.hub.url("/").toString());
    builder.environment().put("HF_HOME", folder.toString());
    builder.environment().remove("HF_TOKEN");
    builder.environment().remove("HF_HUB_OFFLINE");
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    String text = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as(text).isZero();
    return text;
  }

  private Path truststore() throws Exception {
    Path file = folder.resolve("trust.p12");
    Loopback.TLS.trust().writeTrustStore(file, "password");
    return file;
  }

  static final class FetchOnce {
    public static void main(String[] arguments) {
      MemorySink sink = new MemorySink();
      ServiceLoader.load(Fetcher.class).stream()
          .map(ServiceLoader.Provider::get)
          .filter(fetcher -> fetcher.fetches(Source.parse("hf:owner/minilm")))
          .forEach(fetcher -> fetcher.fetch(request(sink)));
      System.out.println(sink.text());
    }
  }

  static final class LoadOnly {
    public static void main(String[] arguments) {
      System.out.println(
          ServiceLoader.load(Fetcher.class).stream()
                  .map(ServiceLoader.Provider::get)
                  .filter(fetcher -> !fetcher.fetches(Source.parse("file:/nowhere")))
                  .count()
              + " fetchers");
    }
  }
}
