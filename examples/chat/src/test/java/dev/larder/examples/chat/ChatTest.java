package dev.larder.examples.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.testkit.tiny.TinyChatModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chat as a process of its own, with the model that the build has fetched. */
class ChatTest {

  @TempDir Path folder;

  /** How it ends, with what it printed. */
  private record End(int status, String output) {}

  private End chat(List<String> arguments, String... lines)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("-Dmodels.dir=" + System.getProperty("models.dir"));
    command.add(Chat.class.getName());
    command.addAll(arguments);
    Path input = Files.writeString(folder.resolve("input"), String.join("\n", lines));
    Process process =
        new ProcessBuilder(command).redirectInput(input.toFile()).redirectErrorStream(true).start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("it ends").isTrue();
      return new End(process.exitValue(), output);
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void tellsItsStoryAsOftenAsItIsAsked() throws Exception {
    End end = chat(List.of(), "tell me a story", "another one", "/reset", "once more", "/exit");

    assertThat(end.status()).isZero();
    assertThat(end.output().lines())
        .filteredOn(line -> line.equals("> " + TinyChatModel.STORY))
        .hasSize(3);
    assertThat(end.output()).containsPattern("\\(18 tokens, \\d+ a second\\)");
  }

  @Test
  void takesTheModelThatIsNamed() throws Exception {
    End end = chat(List.of("tiny-chat:gguf-q8_0"), "tell me a story");

    assertThat(end.status()).isZero();
    assertThat(end.output()).contains(TinyChatModel.STORY);
  }

  @Test
  void saysHowToFetchAModelThatIsNotHere() throws Exception {
    End end = chat(List.of("tinyllama-1.1b-chat"), "tell me a story");

    assertThat(end.status()).isEqualTo(1);
    assertThat(end.output())
        .contains("[Models/NotFetched]")
        .contains("run mvn models:add -Dmodels.name=tinyllama-1.1b-chat");
  }

  @Test
  void refusesAModelThatDoesNotWrite() throws Exception {
    assertThat(chat(List.of("minilm"), "tell me a story").output()).contains("[Models/WrongTask]");
  }
}
