package dev.larder.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OnnxRuntimeLibraryTest {

  @Test
  void itSaysItsVersion() {
    assertThat(OnnxRuntimeLibrary.version()).matches("1\\.\\d+\\.\\d+");
  }

  @Test
  void itIsTakenFromTheStoreAndNothingIsSaidToOtherClassLoaders() throws IOException {
    OnnxRuntimeLibrary.environment();

    assertThat(System.getProperty("onnxruntime.native.path")).isNull();
    try (Stream<Path> files = Files.walk(Path.of(System.getProperty("models.dir"), "natives"))) {
      assertThat(files.map(Path::toString))
          .anyMatch(
              file ->
                  file.contains("onnxruntime-" + OnnxRuntimeLibrary.version())
                      && file.endsWith(System.mapLibraryName("onnxruntime4j_jni")));
    }
  }
}
