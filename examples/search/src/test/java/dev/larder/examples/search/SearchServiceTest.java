package dev.larder.examples.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as a process of its own, with the model that the build has fetched. */
class SearchServiceTest {

  @TempDir Path folder;

  /** What it answers to some lines. */
  private List<String> ask(Class<?> main, String... lines)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dmodels.dir=" + System.getProperty("models.dir"),
                main.getName(),
                folder.resolve("index").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      process.getOutputStream().write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().close();
      String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("it ends").isTrue();
      assertThat(process.exitValue()).isZero();
      return answer.lines().toList();
    } finally {
      process.destroyForcibly();
    }
  }

  /** No query shares a word with what it finds, but for the little ones. */
  @Test
  void answersFromTheIndexThatItKeeps() throws Exception {
    List<String> answers =
        ask(SearchService.class, "my vase came in pieces", "are you there at weekends?");

    assertThat(answers).hasSize(6);
    assertThat(answers.get(0)).endsWith("Broken on arrival");
    assertThat(answers.get(3)).endsWith("Opening hours");
    assertThat(ask(SearchService.class, "my vase came in pieces")).isEqualTo(answers.subList(0, 3));
  }

  @Test
  void anEngineThatNobodyClosesKeepsNoProcessFromEnding() throws Exception {
    assertThat(ask(LeftOpen.class)).containsExactly("384");
  }
}
