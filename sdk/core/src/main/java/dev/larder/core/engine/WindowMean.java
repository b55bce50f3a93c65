package dev.larder.core.engine;

/**
 * One vector of a text's windows: their mean, each weighted by its tokens. Not for several threads.
 */
public final class WindowMean {

  private final double[] sums;
  private long tokens;

  /**
   * @param dimensions the length of the vectors
   */
  public WindowMean(int dimensions) {
    sums = new double[dimensions];
  }

  /** Adds a window. */
  public void add(float[] vector, TextWindow window) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += (double) vector[i] * window.length();
    }
    tokens += window.length();
  }

  /** The mean of at least one window; its length is not yet what the model's vectors have. */
  public float[] vector() {
    float[] mean = new float[sums.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (float) (sums[i] / tokens);
    }
    return mean;
  }
}
