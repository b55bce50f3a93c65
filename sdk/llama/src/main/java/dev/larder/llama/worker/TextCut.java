package dev.larder.llama.worker;

import java.util.Arrays;
import java.util.function.Function;

/** Shortens texts to what a model reads, which llama.cpp refuses to do. */
final class TextCut {

  private TextCut() {}

  /**
   * The longest beginning of a text that is found to have no more than so many tokens. Where words
   * are split from their beginning on, as WordPiece does, its tokens are the first ones of the
   * text.
   *
   * @param text has more tokens
   * @param most how many tokens are wanted
   * @param encode gives a text's tokens
   */
  static String toTokens(String text, int most, Function<String, int[]> encode) {
    int[] wanted = Arrays.copyOf(encode.apply(text), most);
    int fits = 0;
    int tooLong = Math.max(1, most);
    // The cut is near the beginning of a long text: do not tokenize the whole of it each time.
    while (tooLong < text.length() && encode.apply(start(text, tooLong)).length <= most) {
      fits = tooLong;
      tooLong = 2 * tooLong;
    }
    tooLong = Math.min(tooLong, text.length());
    while (tooLong - fits > 1) {
      int middle = (fits + tooLong) >>> 1;
      if (encode.apply(start(text, middle)).length <= most) {
        fits = middle;
      } else {
        tooLong = middle;
      }
    }
    return trimmed(start(text, fits), wanted, encode);
  }

  /** Takes away the beginning of a word that as a word of its own is split in another way. */
  private static String trimmed(String text, int[] wanted, Function<String, int[]> encode) {
    String trimmed = text;
    for (int i = 0; i < 20 && !trimmed.isEmpty(); i++) {
      if (Arrays.equals(encode.apply(trimmed), wanted)) {
        return trimmed;
      }
      trimmed = start(trimmed, trimmed.length() - 1);
    }
    return text;
  }

  /** So much of a text, but never half a character. */
  private static String start(String text, int length) {
    boolean splits =
        length > 0 && length < text.length() && Character.isHighSurrogate(text.charAt(length - 1));
    return text.substring(0, splits ? length - 1 : length);
  }
}
