package dev.larder.testkit.gguf;

import java.util.List;

/**
 * A named tensor.
 *
 * @param name as llama.cpp calls it
 * @param type how it is stored
 * @param shape its sizes, the outermost first, as ONNX writes them; the file holds them reversed
 * @param data the stored numbers, row after row
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; megabytes that are not copied.
public record GgufTensor(String name, GgufType type, List<Integer> shape, byte[] data) {

  public GgufTensor {
    shape = List.copyOf(shape);
  }

  /** Stores numbers as a type does, which may round them. */
  public static GgufTensor of(String name, GgufType type, List<Integer> shape, float[] values) {
    int rowLength = shape.get(shape.size() - 1);
    if (type == GgufType.Q8_0 && rowLength % GgufType.BLOCK != 0) {
      throw new IllegalArgumentException(
          "a row of %s has %d numbers, no multiple of %d"
              .formatted(name, rowLength, GgufType.BLOCK));
    }
    return new GgufTensor(name, type, shape, type.encode(values));
  }

  /** The numbers that the stored form stands for. */
  public float[] values() {
    return type.decode(data);
  }
}
