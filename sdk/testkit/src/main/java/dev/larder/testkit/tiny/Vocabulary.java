package dev.larder.testkit.tiny;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The pieces of a model, in the order of their ids. */
final class Vocabulary {

  static final String PAD = "[PAD]";
  static final String UNKNOWN = "[UNK]";
  static final String START = "[CLS]";
  static final String SEPARATOR = "[SEP]";
  static final String MASK = "[MASK]";

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
  private static final String PUNCTUATION =
      "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~\u00a1\u00a7\u00ab\u00b7\u00bb\u00bf\u2013\u2014\u2018\u2019\u201c\u201d\u201e\u2022\u2026";

  /** Characters that remain when accents are stripped, and signs that stick to numbers. */
  private static final String OTHER_CHARACTERS =
      "\u00a3\u00a9\u00b0\u00b1\u00d7\u00df\u00e6\u00f0\u00f8\u00fe\u0111\u0131\u0142\u0153\u20ac\u2122"
          + "\u03b1\u03b2\u03b3\u03b4\u03b5\u03b6\u03b7\u03b8\u03b9\u03ba\u03bb\u03bc\u03bd\u03be\u03bf\u03c0"
          + "\u03c1\u03c2\u03c3\u03c4\u03c5\u03c6\u03c7\u03c8\u03c9"
          + "\u0430\u0431\u0432\u0433\u0434\u0435\u0436\u0437\u0438\u043a\u043b\u043c\u043d\u043e\u043f\u0440"
          + "\u0441\u0442\u0443\u0444\u0445\u0446\u0447\u0448\u0449\u044a\u044b\u044c\u044d\u044e\u044f\u0454\u0456";

  /** Shorter stems would be the beginning of too many other words. */
  private static final int MIN_STEM = 3;

  private final List<Piece> pieces;
  private final Map<String, Integer> ids = new LinkedHashMap<>();

  private Vocabulary(List<Piece> pieces) {
    this.pieces = List.copyOf(pieces);
    pieces.forEach(piece -> ids.put(piece.text(), ids.size()));
  }

  /**
   * The words that the model knows, whatever spells all others, and as many pieces of three letters
   * as it takes to reach the size.
   *
   * @throws IllegalArgumentException if the size is too small or too large
   */
  static Vocabulary ofSize(int size) {
    Map<String, Piece> known = new LinkedHashMap<>();
    Consumer<Piece> add = piece -> known.putIfAbsent(piece.text(), piece);
    add.accept(new Piece(PAD, PieceKind.MARKER));
    add.accept(new Piece(UNKNOWN, PieceKind.MARKER));
    add.accept(new Piece(START, PieceKind.FRAME));
    add.accept(new Piece(SEPARATOR, PieceKind.FRAME));
    add.accept(new Piece(MASK, PieceKind.MARKER));
    addEach(add, PieceKind.PUNCTUATION, characters(PUNCTUATION), "");
    addEach(add, PieceKind.FUNCTION, read("function-words.txt"), "");
    List<String> words = read("words.txt");
    addEach(add, PieceKind.WORD, words, "");
    words.forEach(word -> addStem(add, word));
    addEach(add, PieceKind.SUFFIX, read("suffixes.txt"), Piece.CONTINUES);
    for (String start : List.of("", Piece.CONTINUES)) {
      addEach(add, PieceKind.FRAGMENT, characters("0123456789" + LETTERS), start);
      addEach(add, PieceKind.FRAGMENT, characters(OTHER_CHARACTERS), start);
      addEach(add, PieceKind.FRAGMENT, letterSequences(2), start);
    }
    List<Piece> pieces = new ArrayList<>(known.values());
    if (pieces.size() > size) {
      throw new IllegalArgumentException(
          "%d pieces are not enough; the words alone need %d".formatted(size, pieces.size()));
    }
    for (String start : List.of("", Piece.CONTINUES)) {
      addEach(add, PieceKind.FRAGMENT, letterSequences(3), start);
    }
    return new Vocabulary(known.values().stream().limit(size).toList());
  }

  private static void addEach(
      Consumer<Piece> add, PieceKind kind, List<String> texts, String start) {
    texts.forEach(text -> add.accept(new Piece(start + text, kind)));
  }

  /** What remains of a word when "baking" or "berries" is cut at its known suffix. */
  private static void addStem(Consumer<Piece> add, String word) {
    String stem = word.substring(0, word.length() - 1);
    boolean changes = word.endsWith("e") || word.matches(".*[^aeiou]y");
    if (changes && stem.length() >= MIN_STEM) {
      add.accept(new Piece(stem, PieceKind.WORD, word));
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
    try (InputStream in = Vocabulary.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not beside its class");
      }
      return new String(in.readAllBytes(), UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Piece> pieces() {
    return pieces;
  }

  /** The id of a piece that exists. */
  int id(String text) {
    Integer id = ids.get(text);
    if (id == null) {
      throw new IllegalArgumentException("\"%s\" is not in the vocabulary".formatted(text));
    }
    return id;
  }
}
