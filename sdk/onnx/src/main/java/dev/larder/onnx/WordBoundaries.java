package dev.larder.onnx;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a text can be cut so that what comes before gets the tokens that it has in the whole text.
 * That is between words, for a tokenizer that treats each of them by itself: its file says of which
 * steps it consists, and all of them have to be known to look no farther than that.
 *
 * <p>A cut is made before a space that stands alone between two letters. Nothing that is known
 * joins what is on its two sides: normalizers compose and replace within words or within white
 * space, words end at the letter whatever follows the space, and an added token may hold no space
 * but at its beginning.
 *
 * @param atSpaces whether a tokenizer is such a one
 * @param atIdeographs whether it also treats each Chinese character by itself
 */
record WordBoundaries(boolean atSpaces, boolean atIdeographs) {

  /** For a tokenizer of which nothing is known. */
  private static final WordBoundaries NONE = new WordBoundaries(false, false);

  private static final Pattern TYPE = Pattern.compile("\"type\"\\s*:\\s*\"(\\w+)\"");
  private static final Pattern TEXT = text("String");
  private static final Pattern EXPRESSION = text("Regex");
  private static final Pattern CONTENT = text("content");

  private static final Set<String> NORMALIZERS =
      Set.of(
          "BertNormalizer",
          "Sequence",
          "NFC",
          "NFD",
          "NFKC",
          "NFKD",
          "Lowercase",
          "StripAccents",
          "Nmt",
          "Precompiled",
          "Prepend",
          "Strip",
          "Replace");

  /** Each of these ends a word at a space. */
  private static final Set<String> SPLITTERS =
      Set.of(
          "BertPreTokenizer", "Whitespace", "WhitespaceSplit", "Metaspace", "ByteLevel", "Split");

  /** These split words further. */
  private static final Set<String> FURTHER = Set.of("Sequence", "Punctuation", "Digits");

  private static final String END =
      "| ?[^\\\\s\\\\p{L}\\\\p{N}]+[\\\\r\\\\n]*|\\\\s*[\\\\r\\\\n]+|\\\\s+(?!\\\\S)|\\\\s+";

  private static final String BEGINNING =
      "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\\\r\\\\n\\\\p{L}\\\\p{N}]?\\\\p{L}+|\\\\p{N}";

  /** As JSON has them: of GPT-2, of Qwen and of Llama 3. */
  private static final Set<String> SPLITS =
      Set.of(
          "'s|'t|'re|'ve|'m|'ll|'d| ?\\\\p{L}+| ?\\\\p{N}+| ?[^\\\\s\\\\p{L}\\\\p{N}]+"
              + "|\\\\s+(?!\\\\S)|\\\\s+",
          BEGINNING + END,
          BEGINNING + "{1,3}" + END);

  /** White space that becomes shorter. */
  private static final String SPACES = " {2,}";

  private static Pattern text(String name) {
    return Pattern.compile("\"" + name + "\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
  }

  static WordBoundaries of(TokenizerSteps steps) {
    List<String> added = all(CONTENT, steps.addedTokens()).toList();
    if (!keepsWords(steps.normalizer())
        || !splitsWords(steps.preTokenizer())
        || !added.stream().allMatch(WordBoundaries::isWithinWord)) {
      return NONE;
    }
    boolean ideographs =
        steps.normalizer().replace(" ", "").contains("\"handle_chinese_chars\":true")
            && added.stream().allMatch(token -> token.chars().allMatch(c -> c < 128));
    return new WordBoundaries(true, ideographs);
  }

  private static Stream<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1));
  }

  private static boolean keepsWords(String normalizer) {
    return all(TYPE, normalizer).allMatch(NORMALIZERS::contains)
        && all(EXPRESSION, normalizer).allMatch(SPACES::equals)
        && all(TEXT, normalizer).allMatch(WordBoundaries::isPunctuation);
  }

  private static boolean isPunctuation(String text) {
    return text.chars().allMatch(c -> c > ' ' && c < 128 && c != '\\' && !Character.isLetter(c));
  }

  private static boolean splitsWords(String preTokenizer) {
    List<String> types = all(TYPE, preTokenizer).toList();
    String compact = preTokenizer.replace(" ", "");
    return types.stream().allMatch(type -> SPLITTERS.contains(type) || FURTHER.contains(type))
        && all(EXPRESSION, preTokenizer).allMatch(SPLITS::contains)
        && all(TEXT, preTokenizer).findAny().isEmpty()
        && !compact.contains("\"split\":false")
        && !compact.contains("\"behavior\":\"Merged")
        && types.stream()
            .anyMatch(
                type ->
                    SPLITTERS.contains(type)
                        && !(type.equals("ByteLevel") && compact.contains("\"use_regex\":false")));
  }

  private static boolean isWithinWord(String token) {
    return token.stripLeading().chars().noneMatch(c -> c == ' ' || c == '\u2581' || c == '\\');
  }

  /** The first place, not before another one, at which a text can be cut; or its end. */
  int next(String text, int from) {
    int end = text.length() - 1;
    for (int at = Math.max(1, from); atSpaces && at < end; at++) {
      if (isBoundary(text.charAt(at - 1), text.charAt(at), text.charAt(at + 1))) {
        return at;
      }
    }
    return text.length();
  }

  private boolean isBoundary(char before, char here, char after) {
    return here == ' '
        ? Character.isLetter(before) && Character.isLetter(after)
        : atIdeographs && isIdeograph(before) && isIdeograph(here);
  }

  private static boolean isIdeograph(char c) {
    return c >= '\u4e00' && c <= '\u9fff';
  }
}
