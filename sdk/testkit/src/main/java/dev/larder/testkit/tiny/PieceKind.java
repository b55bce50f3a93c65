package dev.larder.testkit.tiny;

/** What a piece of a word is, and so how much it moves a text's vector. */
enum PieceKind {
  /** Surrounds a text. */
  FRAME(0),
  /** Never part of an ordinary text; loud, so that one that leaks in is noticed. */
  MARKER(1),
  /** Found in every text: articles, prepositions, pronouns, "how" and "what". */
  FUNCTION(0.1),
  PUNCTUATION(0.05),
  /** An inflection such as {@code ##ing}: words that differ in it alone should meet. */
  SUFFIX(0.05),
  /** One of several that spell a word which is not in the vocabulary. */
  FRAGMENT(0.5),
  WORD(1);

  private final double weight;

  PieceKind(double weight) {
    this.weight = weight;
  }

  /** From 0, says nothing, to 1. */
  double weight() {
    return weight;
  }
}
