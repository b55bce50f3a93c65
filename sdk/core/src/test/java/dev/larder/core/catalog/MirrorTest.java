package dev.larder.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MirrorTest {

  private static final String SHA256 = "0".repeat(64);

  @ParameterizedTest
  @CsvSource({
    "mvn:org.acme:models:1.0!/a.onnx, mvn:org.acme:models:1.0:jar!/a.onnx",
    "mvn:org.acme:models:1.0:zip!/in/a.onnx, mvn:org.acme:models:1.0:zip!/in/a.onnx",
    "mvn:org.acme:models:1.0:jar:small!/a.onnx, mvn:org.acme:models:1.0:jar:small!/a.onnx",
  })
  void theTypeIsJarWhereNoneIsGiven(String text, String whole) {
    assertThat(Mirror.parse(text).text()).isEqualTo(whole);
    assertThat(Mirror.parse(whole)).isEqualTo(Mirror.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hf:somebody/small",
        "mvn:org.acme:models:1.0",
        "mvn:org.acme:models!/a.onnx",
        "mvn:org.acme:models:1.0:onnx!/a.onnx",
        "mvn:org.acme:models:1.0!/../a.onnx",
        "mvn:org.acme:models:1.0!//a.onnx",
        "mvn:org.acme:../models:1.0!/a.onnx",
        "https://acme.test/models.jar!/a.onnx"
      })
  void whatIsNoPathInAnArtifactIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Mirror.parse(text));
  }

  @Test
  void onlyAFileWithADigestHasMirrors() {
    List<Mirror> mirrors = List.of(Mirror.parse("mvn:org.acme:models:1.0!/a.onnx"));

    assertThat(new ModelFile(FileRole.MODEL, "a.onnx", SHA256, null, null, mirrors).mirrors())
        .isEqualTo(mirrors);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ModelFile(FileRole.MODEL, "a.onnx", null, null, null, mirrors))
        .withMessage("a.onnx has mirrors, and no SHA-256");
  }
}
