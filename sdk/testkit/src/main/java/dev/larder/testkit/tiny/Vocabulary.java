package dev.larder.testkit.tiny;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pieces of a model, in the order of their ids. */
final class Vocabulary {

  static final String PAD = "[PAD]";
  static final String UNKNOWN = "[UNK]";
  static final String START = "[CLS]";
  static final String SEPARATOR = "[SEP]";
  static final String MASK = "[MASK]";

  private final List<Piece> pieces;
  private final Map<String, Integer> ids = new HashMap<>();

  Vocabulary(List<Piece> pieces) {
    this.pieces = List.copyOf(pieces);
    pieces.forEach(piece -> ids.put(piece.text(), ids.size()));
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
