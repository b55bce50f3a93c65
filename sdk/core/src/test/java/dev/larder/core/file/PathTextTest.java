package dev.larder.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.StorageException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PathTextTest {

  /** No process can name such a file; under a POSIX locale, none can name any with an umlaut. */
  private static final String UNNAMEABLE = "models\0";

  @Test
  void aPathIsWhatItSays() {
    assertThat(PathText.parse("a/b")).isEqualTo(Path.of("a", "b"));
    assertThat(new PathText("b").in(Path.of("/a"))).isEqualTo(Path.of("/a/b"));
    assertThat(new PathText("/b").in(Path.of("/a"))).isEqualTo(Path.of("/b"));
  }

  @Test
  void whatCannotBeNamedIsAnErrorThatSaysHowItCan() {
    assertThatThrownBy(() -> PathText.parse(UNNAMEABLE))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("this process cannot name it")
        .hasMessageContaining("LC_ALL=C.UTF-8");
  }
}
