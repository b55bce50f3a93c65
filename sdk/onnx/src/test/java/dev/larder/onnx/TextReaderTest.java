package dev.larder.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.larder.api.Overlong;
import dev.larder.api.OverlongTextException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Texts of numbers that begin with 1, end with 2, and may have the prefix 7 8. */
class TextReaderTest {

  private static final Tokens NO_PREFIX = text();

  private static Tokens text(long... ids) {
    long[] framed =
        LongStream.concat(LongStream.concat(LongStream.of(1), LongStream.of(ids)), LongStream.of(2))
            .toArray();
    return new Tokens(framed, new long[framed.length], 1);
  }

  private static TextReader reader(int maxTokens, Overlong overlong, Tokens prefix) {
    return new TextReader("words:onnx-fp32", maxTokens, overlong, () -> prefix);
  }

  private static long[][] ids(Reading reading) {
    return reading.parts().stream().map(Tokens::ids).toArray(long[][]::new);
  }

  @Test
  void aTextOfExactlyTheLimitIsReadAtOnce() {
    for (Overlong overlong : Overlong.values()) {
      Reading reading = reader(5, overlong, NO_PREFIX).read(0, text(11, 12, 13));

      assertThat(ids(reading)).isEqualTo(new long[][] {{1, 11, 12, 13, 2}});
      assertThat(reading.tokens()).isEqualTo(5);
      assertThat(reading.truncated()).isZero();
    }
  }

  @Test
  void aLongerTextIsCutBeforeTheTokenThatClosesIt() {
    Reading reading = reader(4, Overlong.TRUNCATE, NO_PREFIX).read(0, text(11, 12, 13, 14));

    assertThat(ids(reading)).isEqualTo(new long[][] {{1, 11, 12, 2}});
    assertThat(reading.tokens()).isEqualTo(4);
    assertThat(reading.truncated()).isEqualTo(2);
  }

  @Test
  void thereIsNoLimitThatTheSpecialTokensBreak() {
    Reading reading = reader(1, Overlong.TRUNCATE, NO_PREFIX).read(0, text(11, 12));

    assertThat(ids(reading)).isEqualTo(new long[][] {{2}});
    assertThat(reading.truncated()).isEqualTo(3);
  }

  @Test
  void aRefusalNamesTextTokensAndLimit() {
    assertThatExceptionOfType(OverlongTextException.class)
        .isThrownBy(() -> reader(4, Overlong.FAIL, NO_PREFIX).read(3, text(11, 12, 13)))
        .withMessage("Text 3 has at least 5 tokens, and \"words:onnx-fp32\" reads 4");
  }

  @Test
  void everyWindowBeginsAndEndsAsTheTextDoes() {
    Reading reading = reader(5, Overlong.CHUNK, text(7, 8)).read(0, text(7, 8, 11, 12, 13));

    assertThat(ids(reading))
        .isEqualTo(new long[][] {{1, 7, 8, 11, 2}, {1, 7, 8, 12, 2}, {1, 7, 8, 13, 2}});
    assertThat(reading.tokens()).isEqualTo(7);
    assertThat(reading.truncated()).isZero();
  }

  @Test
  void aPrefixThatRunsIntoTheTextIsRepeatedAsFarAsItDoesNot() {
    // The tokenizer has made one token of 8 and the beginning of the text.
    Reading reading = reader(5, Overlong.CHUNK, text(7, 8)).read(0, text(7, 80, 11, 12));

    assertThat(ids(reading)).isEqualTo(new long[][] {{1, 7, 80, 11, 2}, {1, 7, 12, 2}});
  }

  @Test
  void aPrefixThatLeavesNoRoomIsRefused() {
    assertThatExceptionOfType(OverlongTextException.class)
        .isThrownBy(() -> reader(4, Overlong.CHUNK, text(7, 8)).read(0, text(7, 8, 11)));
  }

  @Test
  void aTextWithoutATokenIsNotRun() {
    Reading reading =
        reader(4, Overlong.TRUNCATE, NO_PREFIX).read(0, new Tokens(new long[0], new long[0], 0));

    assertThat(reading.parts()).isEmpty();
    assertThat(reading.tokens()).isZero();
  }
}
