package dev.larder.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine and its libraries do to a process, seen from outside. */
class ProcessTest {

  private record End(int status, String output) {}

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"close", "leave"})
  void theProcessEndsByItselfAndNobodyAsksForTheNetwork(String atTheEnd) throws Exception {
    End end = run(List.of(), atTheEnd);

    assertThat(end.output())
        .contains("Embedding[96 dimensions, 3 tokens, 0 truncated]")
        .doesNotContain(EmbedOnce.ASKED);
    assertThat(end.status()).isZero();
  }

  /** That is, the test above would notice. */
  @Test
  void theLibrariesReportTheirUseOnlyWhereTheUserSaysSo() throws Exception {
    assertThat(run(List.of("-DOPT_OUT_TRACKING=false"), "close").output())
        .contains(EmbedOnce.ASKED);
  }

  @Test
  void aPlatformWithoutNativeLibrariesIsAnErrorOfTheEngine() throws Exception {
    assertThat(run(List.of("-Dos.arch=sparc"), "close").output())
        .contains("[Models/Engine]")
        .contains("on sparc");
  }

  private End run(List<String> options, String atTheEnd) throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dmodels.dir=" + System.getProperty("models.dir"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(EmbedOnce.class.getName(), folder.toString(), atTheEnd));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended by itself").isTrue();
      return new End(process.exitValue(), Files.readString(output, UTF_8));
    } finally {
      process.destroyForcibly();
    }
  }
}
