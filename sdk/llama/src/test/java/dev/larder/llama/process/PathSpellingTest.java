package dev.larder.llama.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.StorageException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PathSpellingTest {

  @Test
  void whatIsAsciiIsHandedOnEverywhere() {
    Path path = Path.of("/srv/models/a boat.gguf");

    assertThat(PathSpelling.ofArgument(path)).isEqualTo(path.toString());
    assertThat(PathSpelling.ofNative(path)).isEqualTo(path.toString());
  }

  /** As a path looks that was listed in a locale that cannot spell it. */
  @Test
  void whatCannotBeSpelledIsRefused() {
    Path path = Path.of("/srv/m\uFFFD\uFFFDller/model.gguf");

    assertThatThrownBy(() -> PathSpelling.ofNative(path))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("its name has characters that cannot be handed on in this locale")
        .hasMessageContaining("LC_ALL=C.UTF-8");
  }
}
