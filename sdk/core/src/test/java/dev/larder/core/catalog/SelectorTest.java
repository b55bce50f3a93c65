package dev.larder.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectorTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "minilm", "minilm:onnx-int8", "minilm@V1.0", "qwen2.5-0.5b:x_1@9f"})
  void aSelectorIsReadBackFromItsText(String text) {
    assertThat(Selector.parse(text).text()).isEqualTo(text);
    assertThat(Selector.parse(text)).hasToString(text);
  }

  @Test
  void itsPartsAreNameVariantAndRevision() {
    assertThat(Selector.parse("a:b@C")).isEqualTo(new Selector("a", "b", "C"));
    assertThat(Selector.parse("a")).isEqualTo(new Selector("a", null, null));
  }

  @Test
  void eachPartHasUpToAHundredCharacters() {
    String longest = "x".repeat(100);
    assertThat(Selector.parse(longest + ":" + longest + "@" + longest).name()).isEqualTo(longest);
    assertThatIllegalArgumentException().isThrownBy(() -> Selector.parse(longest + "x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "-a", ".a", "a.", "a b", "a:B", "a/b", "a@b/c", "version"})
  void aPartThatNoFolderCouldBeNamedAfterIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Selector.parse(text))
        .withMessage("\"%s\" is not a selector of the form name[:variant][@revision]", text);
    assertThatIllegalArgumentException().isThrownBy(() -> new Selector(text, null, null));
  }
}
