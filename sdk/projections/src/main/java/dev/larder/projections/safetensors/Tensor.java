package dev.larder.projections.safetensors;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Numbers in row-major order.
 *
 * @param type what they are
 * @param shape how many in each dimension, the last one lying together
 * @param data their bytes, little-endian; read only
 */
public record Tensor(DataType type, List<Integer> shape, ByteBuffer data) {

  public Tensor {
    shape = List.copyOf(shape);
    data = data.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    if (data.remaining() != size(type, shape)) {
      throw new IllegalArgumentException(
          "%d bytes are not a tensor of %s with the shape %s"
              .formatted(data.remaining(), type, shape));
    }
  }

  /** The rows of a matrix, all of one length. */
  public static Tensor matrix(float[][] rows) {
    int columns = rows.length == 0 ? 0 : rows[0].length;
    ByteBuffer data =
        ByteBuffer.allocate(Math.multiplyExact(rows.length, 4 * columns))
            .order(ByteOrder.LITTLE_ENDIAN);
    for (float[] row : rows) {
      data.asFloatBuffer().put(row);
      data.position(data.position() + 4 * row.length);
    }
    return new Tensor(DataType.F32, List.of(rows.length, columns), data.flip());
  }

  public static Tensor vector(float[] numbers) {
    ByteBuffer data = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    data.asFloatBuffer().put(numbers);
    return new Tensor(DataType.F32, List.of(numbers.length), data);
  }

  /** The bytes of a buffer of its own. */
  @Override
  public ByteBuffer data() {
    return data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The numbers of a matrix, or of a vector as its only row; to be asked of F32 alone. */
  public float[][] rows() {
    int rows = shape.size() == 1 ? 1 : shape.get(0);
    int columns = shape.get(shape.size() - 1);
    float[][] numbers = new float[rows][columns];
    ByteBuffer bytes = data();
    for (float[] row : numbers) {
      bytes.asFloatBuffer().get(row);
      bytes.position(bytes.position() + 4 * columns);
    }
    return numbers;
  }

  /**
   * How many bytes such a tensor takes.
   *
   * @throws IllegalArgumentException if that is more than an array holds
   */
  static int size(DataType type, List<Integer> shape) {
    try {
      int size = type.bytes();
      for (int length : shape) {
        size = Math.multiplyExact(size, length);
      }
      return size;
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("the shape %s is too large".formatted(shape), e);
    }
  }
}
