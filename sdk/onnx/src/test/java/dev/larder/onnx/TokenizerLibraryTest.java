package dev.larder.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenizerLibraryTest {

  @Test
  void noBuildForAGraphicsCardIsDownloaded() {
    TokenizerLibrary.load();

    assertThat(System.getProperty("RUST_FLAVOR")).isEqualTo("cpu");
  }
}
