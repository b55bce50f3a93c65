package dev.larder.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OnnxRuntimeLibraryTest {

  @Test
  void itSaysItsVersion() {
    assertThat(OnnxRuntimeLibrary.version()).matches("1\\.\\d+\\.\\d+");
  }

  @Test
  void itIsTakenFromTheStore() {
    OnnxRuntimeLibrary.prepare();

    assertThat(System.getProperty("onnxruntime.native.path"))
        .startsWith(System.getProperty("models.dir"))
        .contains("natives", OnnxRuntimeLibrary.version());
  }
}
