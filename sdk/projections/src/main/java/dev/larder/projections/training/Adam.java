package dev.larder.projections.training;

import dev.larder.projections.network.Network;
import java.util.List;
import java.util.stream.IntStream;

/** Adam, with the constants that its authors propose (Kingma and Ba, ICLR 2015, algorithm 1). */
final class Adam {

  private static final float DECAY = 0.9f;
  private static final float SQUARE_DECAY = 0.999f;
  private static final float EPSILON = 1e-8f;

  private final double rate;
  private final List<float[]> numbers;
  private final List<float[]> means;
  private final List<float[]> squares;
  private int step;

  Adam(Network network, double rate) {
    this.rate = rate;
    this.numbers = network.numbers();
    this.means = network.zero().numbers();
    this.squares = network.zero().numbers();
  }

  /** Moves the network against a gradient. */
  void step(Network gradient) {
    step++;
    float size =
        (float) (rate * Math.sqrt(1 - Math.pow(SQUARE_DECAY, step)) / (1 - Math.pow(DECAY, step)));
    // The paper's epsilon is for the corrected square; this is the same, multiplied out.
    float epsilon = (float) (EPSILON * Math.sqrt(1 - Math.pow(SQUARE_DECAY, step)));
    List<float[]> slopes = gradient.numbers();
    IntStream.range(0, numbers.size())
        .parallel()
        .forEach(
            i -> move(numbers.get(i), slopes.get(i), means.get(i), squares.get(i), size, epsilon));
  }

  private static void move(
      float[] numbers, float[] slopes, float[] means, float[] squares, float size, float epsilon) {
    for (int i = 0; i < numbers.length; i++) {
      float mean = DECAY * means[i] + (1 - DECAY) * slopes[i];
      float square = SQUARE_DECAY * squares[i] + (1 - SQUARE_DECAY) * slopes[i] * slopes[i];
      means[i] = mean;
      squares[i] = square;
      numbers[i] -= size * mean / ((float) Math.sqrt(square) + epsilon);
    }
  }
}
