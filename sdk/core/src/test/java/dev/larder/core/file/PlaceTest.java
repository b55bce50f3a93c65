package dev.larder.core.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlaceTest {

  @TempDir private Path folder;

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(new AccessDeniedException("x"), "no permission"),
        Arguments.of(fault("Operation not permitted"), "no permission"),
        Arguments.of(fault("No space left on device"), "no space is left"),
        Arguments.of(new IOException("No space left on device"), "no space is left"),
        Arguments.of(fault("There is not enough space on the disk"), "no space is left"),
        Arguments.of(fault("Disk quota exceeded"), "the disk quota is used up"),
        Arguments.of(fault("Read-only file system"), "it is read-only"),
        Arguments.of(new NoSuchFileException("x"), "it is not there"),
        Arguments.of(fault("File name too long"), "File name too long"));
  }

  private static FileSystemException fault(String reason) {
    return new FileSystemException("x", null, reason);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void theCauseIsNamedInBothPlaces(IOException e, String problem) {
    for (Place place : Place.values()) {
      assertThat(place.fault(folder.resolve("file"), e))
          .hasCause(e)
          .hasMessageContaining("A file or folder cannot be used: " + problem + ".\n");
    }
  }

  @ParameterizedTest
  @MethodSource("faults")
  void onlyTheStoreCanLieElsewhere(IOException e, String problem) {
    assertThat(Place.PROJECT.fault(folder.resolve("file"), e))
        .as(problem)
        .message()
        .doesNotContain("store", "LARDER_MODELS_DIR");
  }

  @Test
  void anotherFolderForTheStoreIsOffered() {
    assertThat(Place.STORE.fault(folder, fault("No space left on device")))
        .hasMessageContaining(
            "make room on its disk, or name a folder on another disk with LARDER_MODELS_DIR");
  }

  @Test
  void whoMayNotWriteBesideAFileNeedsAccessToTheFolder() {
    Path aside = Aside.in(folder);

    assertThat(
            Place.PROJECT.fault(
                folder.resolve("models.lock"), new AccessDeniedException(aside.toString())))
        .hasMessageContaining("Path: " + folder + "\n");
  }
}
