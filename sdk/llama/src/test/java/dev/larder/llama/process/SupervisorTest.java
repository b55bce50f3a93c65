package dev.larder.llama.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.CorruptModelException;
import dev.larder.api.EngineException;
import dev.larder.llama.protocol.ModelUse;
import dev.larder.llama.protocol.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {

  private static final WorkerSettings SETTINGS = new WorkerSettings(false, Duration.ZERO, 4096);

  @TempDir Path folder;

  private Supervisor supervisor(Launch launch) {
    Path file = folder.resolve("missing.gguf");
    return new Supervisor(
        new CheckedFile("words:gguf", file, "0".repeat(64)),
        new Request.Open(file.toString(), ModelUse.EMBED_MEAN, 256, 2, 2, 1, ""),
        launch,
        Duration.ZERO,
        Supervisor.PATIENCE);
  }

  @Test
  void whereNoProcessCanBeStartedTheOtherWayIsNamed() {
    Supervisor supervisor =
        supervisor(
            () -> {
              throw new IOException("there is no java launcher in /opt/image/bin");
            });

    assertThatThrownBy(supervisor::acquire)
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("no worker can be started: there is no java launcher in")
        .hasMessageContaining("-Dmodels.llama.inProcess=true");
  }

  @Test
  void aModelThatCannotBeLoadedIsNoDeathHoweverOftenItIsTried() {
    try (Supervisor supervisor = supervisor(Launch.of(SETTINGS))) {
      for (int i = 0; i < 6; i++) {
        assertThatThrownBy(supervisor::acquire)
            .isInstanceOf(CorruptModelException.class)
            .hasMessageContaining("missing.gguf");
      }
    }
  }

  @Test
  void whatAWorkerComplainsOfBeforeItKnowsATextIsQuoted() throws IOException {
    JavaLauncher wrong =
        new JavaLauncher(JavaLauncher.ofThisJvm(folder).executable(), List.of(folder));
    try (Supervisor supervisor = supervisor(() -> WorkerProcess.start(wrong, folder))) {
      assertThatThrownBy(supervisor::acquire)
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("its worker ended with status 1: \"Error: ")
          .hasMessageContaining("WorkerMain");
    }
  }
}
