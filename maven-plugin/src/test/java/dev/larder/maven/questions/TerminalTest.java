package dev.larder.maven.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks at a pseudo-terminal, which the program {@code script} of Linux gives. */
class TerminalTest {

  private static final String PROMPT = "Remove it? [y/N] ";

  /** What the control key and D send: the person has gone. */
  private static final String END = "\u0004";

  @TempDir private Path folder;

  @BeforeEach
  void thereIsATerminal() {
    assumeTrue(
        System.getProperty("os.name").equals("Linux")
            && Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "script"))),
        "no program script, which gives a terminal");
  }

  @Test
  void whatAPersonTypesIsTheAnswer() throws IOException, InterruptedException {
    assertThat(atTerminal("interactive", "y\n")).contains(PROMPT, "The answer is YES");
    assertThat(atTerminal("interactive", "no\n")).contains("The answer is NO");
  }

  @Test
  void theEnterKeyIsTheUsualAnswer() throws IOException, InterruptedException {
    assertThat(atTerminal("interactive", "\n")).contains("The answer is NO");
  }

  @Test
  void whoGoesAwaySaysNo() throws IOException, InterruptedException {
    assertThat(atTerminal("interactive", END)).contains(PROMPT, "The answer is NO");
  }

  @Test
  void aBatchBuildAsksNobody() throws IOException, InterruptedException {
    assertThat(atTerminal("batch", "y\n")).doesNotContain(PROMPT).contains("The answer is NONE");
  }

  @Test
  void withoutATerminalNobodyIsAsked() throws IOException, InterruptedException {
    assertThat(run(java("interactive"), "y\n")).contains("The answer is NONE");
  }

  private String atTerminal(String mode, String typed) throws IOException, InterruptedException {
    return run(
        List.of(
            "script",
            "--quiet",
            "--return",
            "--command",
            String.join(" ", java(mode)),
            "/dev/null"),
        typed);
  }

  private List<String> java(String mode) throws IOException {
    Path arguments = folder.resolve("arguments");
    Files.writeString(arguments, "-cp \"%s\"".formatted(System.getProperty("java.class.path")));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return List.of(java, "@" + arguments, "-Xshare:auto", Asking.class.getName(), mode);
  }

  /** Types when it is asked; what is typed before that is lost where the terminal is not ready. */
  private static String run(List<String> command, String typed)
      throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    StringBuilder said = new StringBuilder();
    try (Reader reader = process.inputReader(StandardCharsets.UTF_8);
        OutputStream keyboard = process.getOutputStream()) {
      for (int next = reader.read(); next >= 0; next = reader.read()) {
        said.append((char) next);
        if (said.toString().endsWith(PROMPT)) {
          keyboard.write(typed.getBytes(StandardCharsets.UTF_8));
          keyboard.flush();
        }
      }
    }
    assertThat(process.waitFor()).as(said.toString()).isZero();
    return said.toString();
  }
}
