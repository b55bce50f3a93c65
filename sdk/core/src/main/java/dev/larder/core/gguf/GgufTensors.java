package dev.larder.core.gguf;

/**
 * The tensors of a file that are stored in one way.
 *
 * @param type the way
 * @param count how many tensors
 * @param weights how many numbers they have together
 */
public record GgufTensors(GgufType type, int count, long weights) {

  GgufTensors plus(GgufTensors other) {
    return new GgufTensors(type, count + other.count, weights + other.weights);
  }
}
