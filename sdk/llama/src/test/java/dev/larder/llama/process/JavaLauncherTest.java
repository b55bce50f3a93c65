package dev.larder.llama.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaLauncherTest {

  @TempDir Path folder;

  @Test
  void anImageWithoutALauncherIsToldApart() {
    assertThatIOException()
        .isThrownBy(() -> JavaLauncher.in(folder, folder))
        .withMessage("there is no java launcher in %s", folder.resolve("bin"));
  }

  @Test
  void aWorkerNeedsTwoJarsAndNoMore() throws IOException {
    List<Path> classPath = JavaLauncher.ofThisJvm(folder).classPath();

    assertThat(classPath).hasSize(2).allMatch(Files::exists);
    assertThat(classPath.get(1).getFileName().toString()).startsWith("llama-");
  }

  @Test
  void nothingOfACrashIsWrittenDown() throws IOException {
    assertThat(JavaLauncher.ofThisJvm(folder).command(folder))
        .contains("-XX:+SuppressFatalErrorMessage", "-XX:-CreateCoredumpOnCrash");
  }
}
