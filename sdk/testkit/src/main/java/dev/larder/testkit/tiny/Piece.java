package dev.larder.testkit.tiny;

/**
 * An entry of a WordPiece vocabulary.
 *
 * @param text with {@code ##} before it where it continues a word
 * @param kind what it is
 * @param root pieces of one root have one vector: {@code bake} and the {@code bak} of "baking"
 */
record Piece(String text, PieceKind kind, String root) {

  static final String CONTINUES = "##";

  Piece(String text, PieceKind kind) {
    this(text, kind, text);
  }

  boolean isSpecial() {
    return kind == PieceKind.FRAME || kind == PieceKind.MARKER;
  }
}
