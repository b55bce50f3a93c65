package dev.larder.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.larder.api.InvalidFileException;
import java.io.IOException;
import org.apache.maven.exception.DefaultExceptionHandler;
import org.junit.jupiter.api.Test;

class ModelsMojoTest {

  private static final InvalidFileException FAILURE =
      new InvalidFileException(
          "models.lock",
          "it is not valid TOML",
          "mend it",
          new IOException("Unexpected character ('}' (code 125))"));

  private static final ModelsMojo FAILING =
      new ModelsMojo() {
        @Override
        void run() {
          throw FAILURE;
        }
      };

  @Test
  void theLastThatMavenSaysOfAFailureIsWhereToReadMore() {
    Throwable thrown = catchThrowable(FAILING::execute);

    assertThat(new DefaultExceptionHandler().handleException(thrown).getMessage())
        .startsWith("[Models/InvalidFile]")
        .endsWith("More: docs/errors/InvalidFile.md");
  }

  @Test
  void whatWentWrongUnderneathIsInTheStackTraceThatMavenShowsOnRequest() {
    assertThat(catchThrowable(FAILING::execute)).hasSuppressedException(FAILURE);
    assertThat(FAILURE).hasCauseInstanceOf(IOException.class);
  }
}
