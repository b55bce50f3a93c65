package dev.larder.testkit.tiny;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The words that the model knows, and whatever spells all others. */
final class EnglishPieces {

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
  private static final String DIGITS = "0123456789";
  private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~¡§«·»¿–—‘’“”„•…";

  /** Letters that remain when accents are stripped, and signs that stick to numbers. */
  private static final String OTHER_CHARACTERS =
      "£©°±×ßæðøþđıłœ€™αβγδεζηθικλμνξοπρςστυφχψωабвгдежзиклмнопрстуфхцчшщъыьэюяєі";

  /** Shorter stems would be the beginning of too many other words. */
  private static final int MIN_STEM = 3;

  private static final List<String> STARTS_AND_CONTINUES = List.of("", Piece.CONTINUES);

  private final Map<String, Piece> pieces = new LinkedHashMap<>();

  private EnglishPieces() {}

  /**
   * The pieces in a fixed order, after them as many of three letters as it takes.
   *
   * @throws IllegalArgumentException if that many are not enough for the words
   */
  static List<Piece> ofCount(int count) {
    EnglishPieces english = new EnglishPieces();
    english.addWords();
    english.addFragments();
    if (english.pieces.size() > count) {
      throw new IllegalArgumentException(
          "%d pieces are not enough; the words alone need %d"
              .formatted(count, english.pieces.size()));
    }
    for (String start : STARTS_AND_CONTINUES) {
      english.add(PieceKind.FRAGMENT, start, letterSequences(3));
    }
    return english.pieces.values().stream().limit(count).toList();
  }

  private void addWords() {
    add(new Piece(Vocabulary.PAD, PieceKind.MARKER));
    add(new Piece(Vocabulary.UNKNOWN, PieceKind.MARKER));
    add(new Piece(Vocabulary.START, PieceKind.FRAME));
    add(new Piece(Vocabulary.SEPARATOR, PieceKind.FRAME));
    add(new Piece(Vocabulary.MASK, PieceKind.MARKER));
    add(PieceKind.PUNCTUATION, "", characters(PUNCTUATION));
    add(PieceKind.FUNCTION, "", read("function-words.txt"));
    List<String> words = read("words.txt");
    add(PieceKind.WORD, "", words);
    words.forEach(this::addStem);
    add(PieceKind.SUFFIX, Piece.CONTINUES, read("suffixes.txt"));
  }

  private void addFragments() {
    for (String start : STARTS_AND_CONTINUES) {
      add(PieceKind.FRAGMENT, start, characters(DIGITS + LETTERS + OTHER_CHARACTERS));
      add(PieceKind.FRAGMENT, start, letterSequences(2));
    }
  }

  private void add(PieceKind kind, String start, List<String> texts) {
    texts.forEach(text -> add(new Piece(start + text, kind)));
  }

  /** Whatever a text was first stays what it is. */
  private void add(Piece piece) {
    pieces.putIfAbsent(piece.text(), piece);
  }

  /** What remains of a word when "baking" or "berries" is cut at its suffix. */
  private void addStem(String word) {
    String stem = word.substring(0, word.length() - 1);
    boolean changes = word.endsWith("e") || word.matches(".*[^aeiou]y");
    if (changes && stem.length() >= MIN_STEM) {
      add(new Piece(stem, PieceKind.WORD, word));
    }
  }

  private static List<String> characters(String text) {
    return text.codePoints().mapToObj(Character::toString).toList();
  }

  private static List<String> letterSequences(int length) {
    List<String> letters = characters(LETTERS);
    List<String> sequences = List.of("");
    for (int i = 0; i < length; i++) {
      sequences =
          sequences.stream()
              .flatMap(start -> letters.stream().map(letter -> start + letter))
              .toList();
    }
    return sequences;
  }

  private static List<String> read(String resource) {
    try (InputStream in = EnglishPieces.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not beside its class");
      }
      return new String(in.readAllBytes(), UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
