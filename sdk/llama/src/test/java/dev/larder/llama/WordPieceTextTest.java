package dev.larder.llama;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPieceTextTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "The  Train, now|the train , now",
        "Café Zürich|cafe zurich",
        "Cafe\u0301|cafe",
        "don't|don ' t",
        "5€ + 3$|5€ + 3 $",
        "日本is|日 本 is",
        "a\u200Db\uFE0Fc|abc",
        "[unused1]|[ unused1 ]",
        "a [CLS]b|a [CLS] b",
        "[cls]|[ cls ]",
        "a\u00A0b\tc|a b c"
      })
  void isInTheFormThatPiecesAreLookedUpIn(String text, String expected) {
    assertThat(WordPieceText.of(text)).isEqualTo(expected);
  }

  @Test
  void hangulIsTakenApart() {
    assertThat(WordPieceText.of("한국").codePoints())
        .containsExactly(0x1112, 0x1161, 0x11AB, 0x1100, 0x116E, 0x11A8);
  }

  @Test
  void aWordOfMoreThanAHundredLettersIsUnknown() {
    assertThat(WordPieceText.of("a".repeat(100))).isEqualTo("a".repeat(100));
    assertThat(WordPieceText.of("a".repeat(101))).isEqualTo("[UNK]");
  }

  @Test
  void aWordWithLlamasOwnMarkIsUnknown() {
    assertThat(WordPieceText.of("a\u2581cat")).isEqualTo("[UNK]");
  }

  @Test
  void nothingIsLeftOfSpacesAndControls() {
    assertThat(WordPieceText.of(" \n\t\u0000\u0007\uFFFD ")).isEmpty();
    assertThat(WordPieceText.of("")).isEmpty();
  }

  @Test
  void whatIsInTheFormStaysAsItIs() {
    String once = WordPieceText.of("Why is Bread baked TWICE? [MASK] 日本 don't");

    assertThat(WordPieceText.of(once)).isEqualTo(once);
  }
}
