package dev.larder.llama.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.EngineException;
import dev.larder.llama.protocol.Answer;
import dev.larder.llama.protocol.ModelUse;
import dev.larder.llama.protocol.Request;
import dev.larder.testkit.tiny.BertModel;
import dev.larder.testkit.tiny.TinyModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A worker that hangs is told from one that takes long. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class SilenceTest {

  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final WorkerSettings SETTINGS = new WorkerSettings(false, Duration.ZERO, 4096);

  @TempDir Path folder;

  @BeforeEach
  void writeTheModel() throws IOException {
    TinyModel.writeTo(folder);
  }

  private Supervisor supervisor() {
    Path file = folder.resolve(BertModel.GGUF);
    return new Supervisor(
        new CheckedFile("words:gguf", file, "0".repeat(64)),
        new Request.Open(file.toString(), ModelUse.EMBED_MEAN, 256, 2, 1, 1, ""),
        Launch.of(SETTINGS),
        Duration.ZERO,
        PATIENCE);
  }

  @Test
  void aWorkerThatIsStoppedIsEndedAndTheNextCallHasAnother() throws Exception {
    try (Supervisor supervisor = supervisor()) {
      assertThat(tokens(supervisor, "boat")).isEqualTo(3);
      ProcessHandle worker = worker();
      signal(worker, "STOP");

      assertThatThrownBy(() -> tokens(supervisor, "boat"))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("\"words:gguf\"")
          .hasMessageContaining("its worker had not been heard of for 4 seconds, and was ended");
      assertThat(worker.onExit()).succeedsWithin(Duration.ofSeconds(30));
      assertThat(tokens(supervisor, "boat")).isEqualTo(3);
    }
  }

  @Test
  void aWorkerThatIsStoppedWhileItLoadsItsModelIsEnded() throws Exception {
    Launch stopped =
        () -> {
          WorkerLink link = Launch.of(SETTINGS).start();
          signal(worker(), "STOP");
          return link;
        };
    Path file = folder.resolve(BertModel.GGUF);
    try (Supervisor supervisor =
        new Supervisor(
            new CheckedFile("words:gguf", file, "0".repeat(64)),
            new Request.Open(file.toString(), ModelUse.EMBED_MEAN, 256, 2, 1, 1, ""),
            stopped,
            Duration.ZERO,
            PATIENCE)) {
      assertThatThrownBy(supervisor::acquire)
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("had not been heard of");
    }
  }

  /** It answers after many times as long as it may be silent, where the machine is slow enough. */
  @Test
  void aWorkerThatTakesLongIsWaitedFor() {
    String text = "the long way home ".repeat(15_000);
    try (Supervisor supervisor = supervisor();
        Conversation conversation = new Conversation(supervisor, supervisor.acquire())) {
      Answer.Windows windows =
          conversation.ask(call -> new Request.Split(call, "", text), Answer.Windows.class);

      assertThat(windows.tokens()).isEqualTo(60_002);
    }
  }

  @Test
  void aWorkerThatNobodyWaitsForMayBeSilent() throws Exception {
    try (Supervisor supervisor = supervisor()) {
      assertThat(tokens(supervisor, "boat")).isEqualTo(3);
      ProcessHandle worker = worker();
      signal(worker, "STOP");
      Thread.sleep(PATIENCE.plusSeconds(2).toMillis());
      signal(worker, "CONT");

      assertThat(tokens(supervisor, "boat")).isEqualTo(3);
      assertThat(worker()).isEqualTo(worker);
    }
  }

  private static int tokens(Supervisor supervisor, String text) {
    Connection connection = supervisor.acquire();
    try (Conversation conversation = new Conversation(supervisor, connection)) {
      return conversation.ask(call -> new Request.Count(call, text), Answer.Counted.class).tokens();
    }
  }

  private static ProcessHandle worker() {
    return ProcessHandle.current().children().reduce((first, last) -> last).orElseThrow();
  }

  private static void signal(ProcessHandle process, String signal) throws IOException {
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
          .inheritIO()
          .start()
          .waitFor();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
