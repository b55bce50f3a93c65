package dev.larder.projections.recipe;

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
 * @param learningRate the size of a step; {@value #LEARNING_RATE}, as Adam's authors propose (Kingma
 *     and Ba, ICLR 2015), where the recipe has none
 * @param margin by how much cosine a positive has to be nearer than a negative; {@value #MARGIN}, as
 *     FaceNet (Schroff et al., CVPR 2015) had it, where the recipe has none
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
  static final double MARGIN = 0.2;
}
