package dev.larder.testkit.gguf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a tensor's numbers are stored. */
public enum GgufType {
  /** 32-bit floating point. */
  F32(0) {
    @Override
    public byte[] encode(float[] values) {
      ByteBuffer bytes =
          ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asFloatBuffer().put(values);
      return bytes.array();
    }

    @Override
    public float[] decode(byte[] data) {
      float[] values = new float[data.length / Float.BYTES];
      ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
      return values;
    }
  },

  /** Blocks of 32 signed bytes that share one half-precision scale. */
  Q8_0(8) {
    @Override
    public byte[] encode(float[] values) {
      if (values.length % BLOCK != 0) {
        throw new IllegalArgumentException(
            "%d numbers do not fill blocks of %d".formatted(values.length, BLOCK));
      }
      ByteBuffer bytes =
          ByteBuffer.allocate(values.length / BLOCK * (Short.BYTES + BLOCK))
              .order(ByteOrder.LITTLE_ENDIAN);
      for (int start = 0; start < values.length; start += BLOCK) {
        encodeBlock(values, start, bytes);
      }
      return bytes.array();
    }

    @Override
    public float[] decode(byte[] data) {
      float[] values = new float[data.length / (Short.BYTES + BLOCK) * BLOCK];
      ByteBuffer bytes = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
      for (int start = 0; start < values.length; start += BLOCK) {
        float scale = HalfFloat.toFloat(bytes.getShort());
        for (int i = start; i < start + BLOCK; i++) {
          values[i] = bytes.get() * scale;
        }
      }
      return values;
    }
  };

  /** How many numbers share a scale in {@link #Q8_0}; a row's length is a multiple of it. */
  public static final int BLOCK = 32;

  private final int id;

  GgufType(int id) {
    this.id = id;
  }

  int id() {
    return id;
  }

  /** The stored form of numbers. */
  public abstract byte[] encode(float[] values);

  /** The numbers of a stored form. */
  public abstract float[] decode(byte[] data);

  private static void encodeBlock(float[] values, int start, ByteBuffer bytes) {
    float largest = 0;
    for (int i = start; i < start + BLOCK; i++) {
      largest = Math.max(largest, Math.abs(values[i]));
    }
    short scale = HalfFloat.of(largest / Byte.MAX_VALUE);
    float step = HalfFloat.toFloat(scale);
    bytes.putShort(scale);
    for (int i = start; i < start + BLOCK; i++) {
      int rounded = step == 0 ? 0 : Math.round(values[i] / step);
      bytes.put((byte) Math.min(Byte.MAX_VALUE, Math.max(-Byte.MAX_VALUE, rounded)));
    }
  }
}
