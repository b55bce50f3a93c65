package dev.larder.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsedSpaceTest {

  @TempDir private Path home;

  @Test
  void contentWithTwoNamesCountsOnce() throws IOException {
    Path blob = Files.writeString(home.resolve("blob"), "12345");
    Files.createLink(Files.createDirectories(home.resolve("a/b")).resolve("name"), blob);
    Files.writeString(home.resolve("a/copy"), "12345");

    assertThat(UsedSpace.below(home)).isEqualTo(10);
  }

  @Test
  void aStoreThatDoesNotExistYetTakesNothing() {
    assertThat(UsedSpace.below(home.resolve("none"))).isZero();
  }
}
