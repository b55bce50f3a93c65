package dev.larder.llama;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class EnduranceTest {

  @TempDir Path folder;

  /** With a heap of fixed size that is touched beforehand, so that only leaks show. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void openingAndClosingAHundredTimesLeavesNothingBehind() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms64m",
                "-Xmx64m",
                "-XX:+AlwaysPreTouch",
                "-XX:TieredStopAtLevel=1",
                "-Dmodels.dir=" + System.getProperty("models.dir"),
                "-cp",
                System.getProperty("java.class.path"),
                OpenAndClose.class.getName(),
                folder.toString(),
                "20",
                "100")
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(output).containsPattern("grew by -?\\d");
    double grown = Double.parseDouble(output.replaceAll("(?s).*grew by (-?[\\d.]+) .*", "$1"));
    assertThat(grown).as(output).isLessThan(5);
  }
}
