package dev.larder.llama;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class EnduranceTest {

  private static final int STRETCHES = 5;
  private static final int CYCLES = 20;

  /**
   * In a stretch; five in a hundred cycles. An engine that is not closed leaves half a MiB, so that
   * a stretch would grow by 7, and its worker, which would be found.
   */
  private static final double PERCENT = 1;

  private static final Pattern MEMORY = Pattern.compile("(\\d+) KiB");

  @TempDir Path folder;

  /**
   * What the JVM and the allocator keep for themselves comes in one stretch or another; what leaks
   * comes in every one. So the one that grew least counts. The heap is touched beforehand, and the
   * allocator has one arena, or it would make new ones as threads come and go.
   */
  @Test
  @EnabledOnOs(OS.LINUX)
  void openingAndClosingAHundredTimesLeavesNothingBehind() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms64m",
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:+AlwaysPreTouch",
                "-XX:TieredStopAtLevel=1",
                "-Dmodels.dir=" + System.getProperty("models.dir"),
                "-cp",
                System.getProperty("java.class.path"),
                OpenAndClose.class.getName(),
                folder.toString(),
                Integer.toString(STRETCHES),
                Integer.toString(CYCLES))
            .redirectErrorStream(true);
    builder.environment().put("MALLOC_ARENA_MAX", "1");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    assertThat(Collections.min(growths(output))).as(output).isLessThan(PERCENT);
  }

  /** By how many percent the process grew in each stretch. */
  private static List<Double> growths(String output) {
    List<Long> memory =
        MEMORY.matcher(output).results().map(line -> Long.valueOf(line.group(1))).toList();
    assertThat(memory).as(output).hasSize(STRETCHES + 1);
    List<Double> growths = new ArrayList<>();
    for (int i = 1; i < memory.size(); i++) {
      growths.add(100.0 * (memory.get(i) - memory.get(i - 1)) / memory.get(i - 1));
    }
    return growths;
  }
}
