package dev.larder.testkit.gguf;

/** IEEE 754 binary16, which Java 17 cannot convert itself. */
final class HalfFloat {

  /** The least positive normal number. */
  private static final float MIN_NORMAL = 0x1p-14f;

  /** The step between subnormal numbers. */
  private static final float STEP = 0x1p-24f;

  /** The largest finite number. */
  private static final float MAX = 65504f;

  private HalfFloat() {}

  /**
   * Rounds to the nearest, ties to even.
   *
   * @throws IllegalArgumentException if the value is not finite, or too large
   */
  static short of(float value) {
    float size = Math.abs(value);
    if (!(size <= MAX)) {
      throw new IllegalArgumentException(value + " is not a finite half-precision number");
    }
    int sign = (Float.floatToRawIntBits(value) >>> 16) & 0x8000;
    if (size < MIN_NORMAL) {
      return (short) (sign | (int) Math.rint(size / STEP));
    }
    int bits = Float.floatToRawIntBits(size);
    int rounded = bits + 0xFFF + ((bits >>> 13) & 1);
    return (short) (sign | ((rounded >>> 13) - ((127 - 15) << 10)));
  }

  static float toFloat(short half) {
    int exponent = (half >>> 10) & 0x1F;
    int mantissa = half & 0x3FF;
    float size =
        exponent == 0
            ? mantissa * STEP
            : Float.intBitsToFloat(((exponent + 127 - 15) << 23) | (mantissa << 13));
    return half < 0 ? -size : size;
  }
}
