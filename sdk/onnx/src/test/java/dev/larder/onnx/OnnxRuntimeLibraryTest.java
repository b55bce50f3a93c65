package dev.larder.onnx;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxRuntimeLibraryTest {

  /**
   * From 1.29.0 on its native code reports over the network that it is used, which nothing but an
   * environment variable can forbid, and ends the process where the command line is long.
   */
  @ParameterizedTest
  @ValueSource(strings = {"linux-x64/libonnxruntime.so", "osx-aarch64/libonnxruntime.dylib"})
  void theNativeLibraryDoesNotReportItsUse(String library) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            OrtEnvironment.class.getResourceAsStream("/ai/onnxruntime/native/" + library))) {
      String bytes = new String(in.readAllBytes(), ISO_8859_1);

      assertThat(bytes.contains("ORT_DISABLE_TELEMETRY")).as("it has what reports").isFalse();
    }
  }

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
