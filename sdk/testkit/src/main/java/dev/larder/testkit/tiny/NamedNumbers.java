package dev.larder.testkit.tiny;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Numbers that look random and depend on a name alone, so that a tensor's or word's numbers are the
 * same whatever else the model holds. Integer arithmetic, multiplication and exact square roots
 * only: the same on every JVM.
 */
final class NamedNumbers {

  /** The increment of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): the golden ratio in bits. */
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  NamedNumbers(String name) {
    // FNV-1a, 64 bits.
    long hash = 0xCBF29CE484222325L;
    for (byte b : name.getBytes(UTF_8)) {
      hash = (hash ^ (b & 0xFF)) * 0x100000001B3L;
    }
    state = hash;
  }

  private long nextLong() {
    state += GOLDEN;
    long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /** Uniform numbers around 0 of a standard deviation. */
  float[] spread(int count, double deviation) {
    double width = 2 * Math.sqrt(3) * deviation;
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (((nextLong() >>> 11) * 0x1p-53 - 0.5) * width);
    }
    return values;
  }
}
