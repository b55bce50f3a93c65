package dev.larder.examples.projections;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example as a process of its own, with the model that the build has fetched. */
class ProjectionsExampleTest {

  /** Two percentages at the end of a line: without the projection, and with it. */
  private static final Pattern FIGURES =
      Pattern.compile("^(recall@10|right among ten).* (\\d+) % +(\\d+) %$", Pattern.MULTILINE);

  @TempDir Path folder;

  @Test
  void showsThatTheProjectionFindsWhatBelongsTogether() throws Exception {
    List<MatchResult> figures = FIGURES.matcher(run()).results().toList();

    assertThat(figures).hasSize(2);
    assertThat(figures)
        .allSatisfy(
            line ->
                assertThat(Integer.parseInt(line.group(3)) - Integer.parseInt(line.group(2)))
                    .as(line.group())
                    .isGreaterThan(40));
  }

  @Test
  void runsAgainInTheSameFolderWithoutEmbeddingTwice() throws Exception {
    assertThat(run()).contains("texts embedded");
    Path projection = folder.resolve("data/embeddings/tiny/projections/semantic.safetensors");
    byte[] first = Files.readAllBytes(projection);

    assertThat(run()).doesNotContain("texts embedded");
    assertThat(Files.readAllBytes(projection)).isEqualTo(first);
  }

  private String run() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dmodels.dir=" + System.getProperty("models.dir"),
                ProjectionsExample.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("it ends").isTrue();
      assertThat(process.exitValue()).isZero();
      return output;
    } finally {
      process.destroyForcibly();
    }
  }
}
