package dev.larder.projections.recipe;

import dev.larder.core.fetch.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * How one projection is to be learned.
 *
 * @param name what it is called
 * @param inputs the dimension that version 1 repeats; the model decides
 * @param hidden the length of the middle layer
 * @param outputs the length of the vectors that come out
 * @param epochs how often every example is seen, at the most
 * @param batchSize how many examples make one step
 * @param learningRate the size of a step; {@value #LEARNING_RATE}, as Adam's authors propose
 *     (Kingma and Ba, ICLR 2015), where the recipe has none
 * @param margin by how much cosine a positive has to be nearer than a negative; {@value #MARGIN}
 *     where the recipe has none, which did better on texts of hidden topics than 0.2
 * @param seed what decides everything that is drawn at random; 0 where the recipe has none
 * @param line the line of its layers, from 1
 */
public record ProjectionRecipe(
    String name,
    Optional<Integer> inputs,
    int hidden,
    int outputs,
    int epochs,
    int batchSize,
    double learningRate,
    double margin,
    long seed,
    int line) {

  static final double LEARNING_RATE = 0.001;
  static final double MARGIN = 0.5;

  /**
   * The digest of all that decides what is learned. It stays what it is when a comment is written,
   * another projection is changed, or the recipe is upgraded.
   */
  public String sha256() {
    String text =
        "layers %d %d, epochs %d, batch_size %d, learning_rate %s, margin %s, seed %d"
            .formatted(hidden, outputs, epochs, batchSize, learningRate, margin, seed);
    return HexFormat.of()
        .formatHex(Sha256.ofTheJvm().digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
