package dev.larder.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelativePathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model.onnx",
        "onnx/model_q4.onnx_data",
        "a/b/c",
        "_x",
        "a+b",
        "1..2",
        "console.x"
      })
  void aPathBelowItsFolderIsSafe(String path) {
    assertThat(RelativePath.requireSafe(path)).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/a",
        "a/",
        "a//b",
        ".",
        "..",
        "../a",
        "a/..",
        "a/../b",
        "a/./b",
        ".a",
        "a.",
        "a\\b",
        "\\\\host\\x",
        "C:",
        "C:/a",
        "c:a",
        "a b",
        "a\nb",
        "a\u0000",
        "a~1",
        "~",
        "%2e%2e",
        "nul",
        "NUL.txt",
        "a/con",
        "com1.onnx",
        "ä"
      })
  void whatCouldLeaveItsFolderOrOpenADeviceIsRefused(String path) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RelativePath.requireSafe(path))
        .withMessage("\"%s\" is not a safe relative path", path);
  }

  @Test
  void lengthsAreBounded() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RelativePath.requireSafe("a".repeat(201)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RelativePath.requireSafe("a/".repeat(500) + "a"));
  }

  @Test
  void aSegmentIsNoPath() {
    assertThat(RelativePath.requireSafeSegment("gguf-q8_0")).isEqualTo("gguf-q8_0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RelativePath.requireSafeSegment("a/b"))
        .withMessage("\"a/b\" is not a safe file name");
  }
}
