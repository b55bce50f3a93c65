package dev.larder.llama;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as an uncased BERT tokenizer sees it before it looks up pieces: words and punctuation
 * marks, in small letters without accents, one space between them.
 *
 * <p>llama.cpp does this too, but leaves accents that are characters of their own, Hangul syllables
 * and words of any length as they are, and takes placeholders of the vocabulary for themselves. On
 * a text that is in this form already, it and the reference (Hugging Face's BertNormalizer and
 * BertPreTokenizer) have nothing left to disagree about.
 */
final class WordPieceText {

  /** What the reference takes as itself wherever it stands. */
  private static final Pattern SPECIAL = Pattern.compile("\\[(?:PAD|UNK|CLS|SEP|MASK)\\]");

  private static final String UNKNOWN = "[UNK]";

  /** Longer words are unknown to the reference. */
  private static final int LONGEST_WORD = 100;

  /** llama.cpp marks the beginning of a word with it, and would find it in the middle of one. */
  private static final int WORD_MARK = 0x2581;

  private final StringBuilder words = new StringBuilder();
  private final StringBuilder word = new StringBuilder();

  private WordPieceText() {}

  static String of(String text) {
    WordPieceText result = new WordPieceText();
    Matcher special = SPECIAL.matcher(text);
    int from = 0;
    while (special.find()) {
      result.plain(text.substring(from, special.start()));
      result.append(special.group());
      from = special.end();
    }
    result.plain(text.substring(from));
    return result.words.toString();
  }

  private void plain(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().forEach(point -> clean(point, clean));
    Normalizer.normalize(clean, Normalizer.Form.NFD).codePoints().forEach(this::letter);
    endWord();
  }

  private static void clean(int point, StringBuilder clean) {
    if (isSpace(point)) {
      clean.append(' ');
    } else if (isIdeograph(point)) {
      clean.append(' ').appendCodePoint(point).append(' ');
    } else if (point != 0xFFFD && !isControl(point)) {
      clean.appendCodePoint(point);
    }
  }

  private void letter(int point) {
    if (point == ' ') {
      endWord();
    } else if (isPunctuation(point)) {
      endWord();
      append(Character.toString(point));
    } else if (Character.getType(point) != Character.NON_SPACING_MARK) {
      word.appendCodePoint(Character.toLowerCase(point));
    }
  }

  private void endWord() {
    if (!word.isEmpty()) {
      boolean unknown =
          word.codePointCount(0, word.length()) > LONGEST_WORD
              || word.indexOf(Character.toString(WORD_MARK)) >= 0;
      append(unknown ? UNKNOWN : word.toString());
      word.setLength(0);
    }
  }

  private void append(String next) {
    words.append(words.isEmpty() ? "" : " ").append(next);
  }

  private static boolean isSpace(int point) {
    return point == '\t' || point == '\n' || point == '\r' || Character.isSpaceChar(point);
  }

  private static boolean isControl(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE -> true;
      default -> false;
    };
  }

  private static boolean isPunctuation(int point) {
    return switch (Character.getType(point)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      // In ASCII, symbols count: $ + < = > ^ ` | ~
      default -> point > ' ' && point < 0x7F && !Character.isLetterOrDigit(point);
    };
  }

  /** The blocks that BERT's own tokenizer calls Chinese characters. */
  private static boolean isIdeograph(int point) {
    return within(point, 0x4E00, 0x9FFF)
        || within(point, 0x3400, 0x4DBF)
        || within(point, 0x20000, 0x2A6DF)
        || within(point, 0x2A700, 0x2B81F)
        || within(point, 0x2B920, 0x2CEAF)
        || within(point, 0xF900, 0xFAFF)
        || within(point, 0x2F800, 0x2FA1F);
  }

  private static boolean within(int point, int first, int last) {
    return point >= first && point <= last;
  }
}
