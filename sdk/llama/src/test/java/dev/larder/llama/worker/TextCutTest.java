package dev.larder.llama.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TextCutTest {

  /** A token for each word, and one more for each four letters beyond the first four. */
  private static int[] encode(String text) {
    return Arrays.stream(text.strip().split(" +", -1))
        .filter(word -> !word.isEmpty())
        .flatMap(word -> Arrays.stream(word.split("(?<=\\G.{4})", -1)))
        .filter(piece -> !piece.isEmpty())
        .mapToInt(String::hashCode)
        .toArray();
  }

  @Test
  void theFirstTokensAreLeft() {
    String text = "one two threefour five sixsevens eight";

    for (int most = 0; most < encode(text).length; most++) {
      String cut = TextCut.toTokens(text, most, TextCutTest::encode);
      assertThat(text).startsWith(cut);
      assertThat(encode(cut)).containsExactly(Arrays.copyOf(encode(text), most));
    }
  }

  @Test
  void aLongTextIsNotTokenizedOverAndOverAgain() {
    String text = "word ".repeat(100_000);
    long[] read = {0};

    String cut =
        TextCut.toTokens(
            text,
            254,
            part -> {
              read[0] += part.length();
              return encode(part);
            });

    assertThat(encode(cut)).hasSize(254);
    assertThat(read[0]).isLessThan(2L * text.length());
  }

  @Test
  void noCharacterIsCutInHalf() {
    String text = "😀".repeat(50);

    String cut = TextCut.toTokens(text, 3, TextCutTest::encode);

    assertThat(cut.codePoints()).allMatch(point -> point == 0x1F600);
  }
}
