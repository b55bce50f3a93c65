package dev.larder.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        "console.x",
        "modèles/mein modell (v2)#1 100%.onnx",
        "モデル/埋め込み.onnx",
        "модель.gguf",
        "a, b & c; d=e@f!.onnx",
        "👍🏽.onnx",
        "~",
        "...",
        "a~b",
        "%zz"
      })
  void whatAFileOfARepositoryMayBeCalledIsKeptUnderItsName(String path) {
    assertThat(RelativePath.requireSafe(path)).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model.onnx",
        "onnx/model_q4.onnx_data",
        "mein modell (v2)#1 100%.onnx",
        "モデル.onnx"
      })
  void anOrdinaryNameIsTheSameOnTheDisk(String path) {
    assertThat(RelativePath.stored(path)).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({
    "ab:c, ab%3Ac",
    "a/c:b, a/c%3Ab",
    "'<>\"|?*', %3C%3E%22%7C%3F%2A",
    ".verified, %2Everified",
    "a/.b, a/%2Eb",
    "..., %2E.%2E",
    "a., a%2E",
    "'a ', a%20",
    "nul, %6Eul",
    "NUL.txt, %4EUL.txt",
    "a/con, a/%63on",
    "'con .x', %63on .x",
    "com1.onnx, %63om1.onnx",
    "com², %63om²",
    "a~1, a%7E1",
    "a%3Ab, a%253Ab",
    "%2e%2e, %252e%252e",
    "100%, 100%"
  })
  void whatSomePlatformReadsAsSomethingElseIsEscapedOnTheDisk(String path, String stored) {
    assertThat(RelativePath.requireSafe(path)).isEqualTo(path);
    assertThat(RelativePath.stored(path)).isEqualTo(stored);
    assertThat(RelativePath.in(Path.of("folder"), path)).isEqualTo(Path.of("folder/" + stored));
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
        "C:",
        "C:/a",
        "c:a",
        "a\\b",
        "\\\\host\\x",
        "a\nb",
        "a\u0000",
        "a\u007f",
        "a\u0085",
        "a\u2028",
        "a\u202ebnno.x",
        "a\u2066",
        "\ufeffa",
        "a\ud83d"
      })
  void whatCouldLeaveItsFolderOrDeceiveAReaderIsRefused(String path) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RelativePath.requireSafe(path))
        .withMessage("\"%s\" is not a safe relative path", path);
  }

  @Test
  void lengthsAreBoundedByWhatDisksTake() {
    assertThat(RelativePath.requireSafe("a".repeat(255))).hasSize(255);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RelativePath.requireSafe("a".repeat(256)));
    assertThat(RelativePath.requireSafe("モ".repeat(85))).hasSize(85);
    assertThatIllegalArgumentException().isThrownBy(() -> RelativePath.requireSafe("モ".repeat(86)));
    assertThatIllegalArgumentException().isThrownBy(() -> RelativePath.requireSafe("?".repeat(86)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RelativePath.requireSafe("a/".repeat(500) + "a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a/b",
        "..",
        ".a",
        "a.",
        "a b",
        "ä",
        "C:",
        "a~1",
        "nul",
        "NUL.txt",
        "com1.onnx"
      })
  void whatIsNotTheSameNameEverywhereIsNoSegment(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RelativePath.requireSafeSegment(name))
        .withMessage("\"%s\" is not a safe file name", name);
  }

  @Test
  void aSegmentIsANameThatIsTheSameEverywhere() {
    assertThat(RelativePath.requireSafeSegment("gguf-q8_0")).isEqualTo("gguf-q8_0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RelativePath.requireSafeSegment("a".repeat(201)));
  }
}
