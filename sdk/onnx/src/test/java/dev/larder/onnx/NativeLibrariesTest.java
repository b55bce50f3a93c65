package dev.larder.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibrariesTest {

  @TempDir Path folder;

  @Test
  void theyAreUnpackedOnceAndStay() throws IOException {
    NativeLibraries libraries = libraries("one.so", "two.so");

    Path unpacked = libraries.unpack().orElseThrow();
    Files.delete(folder.resolve("jar/one.so"));
    Files.writeString(folder.resolve("jar/one.so"), "ONE.SO");

    assertThat(libraries.unpack()).contains(unpacked);
    assertThat(unpacked.resolve("one.so")).hasContent("one.so");
    assertThat(unpacked.resolve("two.so")).hasContent("two.so");
    assertThat(unpacked.getParent()).isDirectoryNotContaining("glob:**.larder-*");
  }

  @Test
  void anInterruptedThreadUnpacksThemToo() throws IOException {
    NativeLibraries libraries = libraries("one.so", "two.so");

    Thread.currentThread().interrupt();
    Path unpacked = libraries.unpack().orElseThrow();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(unpacked.resolve("two.so")).hasContent("two.so");
  }

  @Test
  void whatIsIncompleteIsUnpackedAgain() throws IOException {
    NativeLibraries libraries = libraries("one.so", "two.so");
    Path unpacked = libraries.unpack().orElseThrow();
    Files.writeString(unpacked.resolve("two.so"), "tw");

    assertThat(libraries.unpack()).contains(unpacked);
    assertThat(unpacked.resolve("two.so")).hasContent("two.so");
  }

  @Test
  void whereTheStoreCannotBeWrittenTheLibraryHasItsOwnWay() throws IOException {
    Files.writeString(folder.resolve("natives"), "a file where a folder should be");

    assertThat(libraries("one.so").unpack()).isEmpty();
  }

  @Test
  void whatIsNotInTheJarIsNotLookedForElsewhere() {
    assertThat(
            NativeLibraries.of(
                OrtEnvironment.class,
                "onnxruntime-0",
                new NativePlatform("plan9", "sparc"),
                List.of("/ai/onnxruntime/native/plan9-sparc/libonnxruntime.so")))
        .isEmpty();
  }

  @Test
  void manyAtOnceLeaveOneCompleteFolder() throws IOException {
    NativeLibraries libraries = libraries("one.so", "two.so");

    List<Path> folders =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(i -> libraries.unpack())
            .flatMap(found -> found.stream())
            .toList();

    assertThat(folders).hasSize(16).containsOnly(libraries.folder());
    try (Stream<Path> files = Files.list(folder.resolve("natives"))) {
      assertThat(files).containsOnly(libraries.folder());
    }
  }

  @Test
  void platformsAreNamedAsTheLibrariesNameThem() {
    NativePlatform windows = NativePlatform.of("Windows 11", "amd64");
    NativePlatform mac = NativePlatform.of("Mac OS X", "aarch64");

    assertThat(windows.ofOnnxRuntime()).isEqualTo("win-x64");
    assertThat(windows.ofTokenizers()).isEqualTo("win-x86_64");
    assertThat(mac.ofOnnxRuntime()).isEqualTo("osx-aarch64");
    assertThat(NativePlatform.of("Linux", "amd64").ofOnnxRuntime()).isEqualTo("linux-x64");
  }

  /** Files that contain their own names, to be unpacked elsewhere. */
  private NativeLibraries libraries(String... names) throws IOException {
    Path jar = Files.createDirectories(folder.resolve("jar"));
    for (String name : names) {
      Files.writeString(jar.resolve(name), name);
    }
    return new NativeLibraries(
        folder.resolve("natives/library-1"),
        Stream.of(names).map(jar::resolve).map(NativeLibrariesTest::url).toList());
  }

  private static URL url(Path file) {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
