package dev.larder.onnx;

/**
 * Which ids a tokenizer gives.
 *
 * @param highest the highest one of the vocabulary, or -1 where it is not known. Added tokens do
 *     not count: some models have placeholders among them, for images for instance, that their
 *     network does not know.
 * @param highestAdded the highest one of the added tokens, or -1 where there are none
 */
record TokenIds(long highest, long highestAdded) {

  /** Networks have as many rows as a multiple of this, for the sake of speed. */
  private static final long ROUND = 128;

  /** The largest part of rows without a token that is known of any model is 2.4 %. */
  private static final long SPARE = 40;

  /** Fewer are letters or the like, and a vector may be longer. */
  private static final long VOCABULARY = 1000;

  /** How many tokens there are. */
  long count() {
    return Math.max(highest, highestAdded) + 1;
  }

  /** An id that no network of this tokenizer knows. */
  long beyond() {
    return (count() + count() / SPARE + ROUND - 1) / ROUND * ROUND;
  }

  /** Whether so many numbers are one for each token. */
  boolean areCountedBy(int numbers) {
    return highest >= VOCABULARY && numbers > highest && numbers <= beyond();
  }
}
