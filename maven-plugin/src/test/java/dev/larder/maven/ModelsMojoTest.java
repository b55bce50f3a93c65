package dev.larder.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.larder.api.InvalidFileException;
import dev.larder.api.UnsupportedArchitectureException;
import java.io.IOException;
import org.apache.maven.exception.DefaultExceptionHandler;
import org.junit.jupiter.api.Test;

class ModelsMojoTest {

  private final InvalidFileException failure =
      new InvalidFileException(
          "models.lock",
          "it is not valid TOML",
          "mend it",
          new IOException("Unexpected character ('}' (code 125))"));

  private final ModelsMojo failing =
      new ModelsMojo() {
        @Override
        void run() {
          throw failure;
        }
      };

  @Test
  void theLastThatMavenSaysOfAFailureIsWhereToReadMore() {
    Throwable thrown = catchThrowable(failing::execute);

    assertThat(new DefaultExceptionHandler().handleException(thrown).getMessage())
        .startsWith("[Models/InvalidFile]")
        .endsWith("More: docs/errors/InvalidFile.md");
  }

  @Test
  void whatIsWrongWithOtherModelsIsSaidToo() {
    failure.addSuppressed(
        new UnsupportedArchitectureException("words:gguf", "gguf, new", "use another model"));

    assertThat(catchThrowable(failing::execute))
        .hasMessageStartingWith("[Models/InvalidFile]")
        .hasMessageContaining(
            "[Models/UnsupportedArchitecture] No known engine runs \"words:gguf\"");
  }

  @Test
  void whatWentWrongUnderneathIsInTheStackTraceThatMavenShowsOnRequest() {
    assertThat(catchThrowable(failing::execute)).hasSuppressedException(failure);
    assertThat(failure).hasCauseInstanceOf(IOException.class);
  }
}
