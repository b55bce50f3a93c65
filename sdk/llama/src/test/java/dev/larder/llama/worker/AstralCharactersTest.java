package dev.larder.llama.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AstralCharactersTest {

  @Test
  void theyComeBackFromWhereverTheStandInsWent() {
    String text = "a 😀 b 🚀 c 😀 \uE000 private";
    AstralCharacters astral = AstralCharacters.of(text, "");

    String hidden = astral.hide(text);

    assertThat(hidden.codePoints()).allMatch(Character::isBmpCodePoint);
    assertThat(hidden).hasSameSizeAs("a x b x c x x private");
    assertThat(astral.restore("<" + hidden + ">")).isEqualTo("<" + text + ">");
  }

  @Test
  void mostTextsHaveNone() {
    AstralCharacters astral = AstralCharacters.of("Zürich \uE000", "");

    assertThat(astral.hide("Zürich \uE000")).isEqualTo("Zürich \uE000");
    assertThat(astral.restore("Zürich \uE000")).isEqualTo("Zürich \uE000");
  }
}
