package dev.larder.api;

import java.util.Arrays;

/**
 * One text's vector, and what the engine did to the text to get it.
 *
 * @param vector the components; as long as the engine's dimensions, and of Euclidean length 1 where
 *     the model normalises. Not copied: whoever holds the embedding owns the array.
 * @param tokens how many of the text's tokens the model saw, special tokens and prefix included
 * @param truncatedTokens how many tokens were cut off because the text is longer than the model
 *     reads; 0 for most texts. At least so many where it is far longer: then its end is not looked
 *     at, and {@link EmbeddingEngine#countTokens} says how many it has.
 */
// An array on purpose: vectors are many, large, and handed to indexes as they are.
@SuppressWarnings("ArrayRecordComponent")
public record Embedding(float[] vector, int tokens, int truncatedTokens) {

  /** The number of components. */
  public int dimensions() {
    return vector.length;
  }

  /**
   * The cosine of the angle between two embeddings of one model, from -1 to 1; 0 where either is
   * the zero vector.
   *
   * @throws IllegalArgumentException if the dimensions differ
   */
  public double cosine(Embedding other) {
    if (vector.length != other.vector.length) {
      throw new IllegalArgumentException(
          "Embeddings of %d and of %d dimensions cannot be compared"
              .formatted(vector.length, other.vector.length));
    }
    double dot = 0;
    double square = 0;
    double otherSquare = 0;
    for (int i = 0; i < vector.length; i++) {
      dot += (double) vector[i] * other.vector[i];
      square += (double) vector[i] * vector[i];
      otherSquare += (double) other.vector[i] * other.vector[i];
    }
    return square == 0 || otherSquare == 0 ? 0 : dot / Math.sqrt(square * otherSquare);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Embedding other
        && Arrays.equals(vector, other.vector)
        && tokens == other.tokens
        && truncatedTokens == other.truncatedTokens;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(vector);
  }

  @Override
  public String toString() {
    return "Embedding[%d dimensions, %d tokens, %d truncated]"
        .formatted(vector.length, tokens, truncatedTokens);
  }
}
