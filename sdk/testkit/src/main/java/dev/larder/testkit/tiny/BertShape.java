package dev.larder.testkit.tiny;

/**
 * The sizes of a BERT-shaped network.
 *
 * @param layers how many transformer layers
 * @param dimensions the length of a token's vector; a multiple of 32 and of {@code heads}
 * @param heads how many attention heads a layer has
 * @param feedForward the length of a layer's inner vector; a multiple of 32
 * @param positions how many tokens a text may have, with the two that surround it
 * @param vocabulary how many pieces there are
 */
public record BertShape(
    int layers, int dimensions, int heads, int feedForward, int positions, int vocabulary) {

  public BertShape {
    if (dimensions % heads != 0) {
      throw new IllegalArgumentException(
          "%d dimensions cannot be split among %d heads".formatted(dimensions, heads));
    }
  }

  /** The shape of the catalog's model {@code tiny}. */
  public static BertShape tiny() {
    return new BertShape(2, 96, 4, 192, 256, 6756);
  }

  /** The shape of all-MiniLM-L6-v2, for benchmarks. */
  public static BertShape miniLm() {
    return new BertShape(6, 384, 12, 1536, 512, 30522);
  }

  int headDimensions() {
    return dimensions / heads;
  }
}
