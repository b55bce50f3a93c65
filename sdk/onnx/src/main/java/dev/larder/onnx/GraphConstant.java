package dev.larder.onnx;

import dev.larder.onnx.ProtoMessage.Field;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;

/** A constant of a graph; large ones are kept outside it. */
record GraphConstant(ProtoMessage tensor) {

  // The numbers of fields in onnx.proto.
  private static final int DIMENSION = 1;
  private static final int TYPE = 2;
  private static final int INTEGERS_64 = 7;
  private static final int RAW = 9;
  private static final int OUTSIDE = 13;

  private static final long FLOAT = 1;
  private static final long UINT8 = 2;
  private static final long INT64 = 7;

  static GraphConstant of(float number) {
    ByteBuffer raw = ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    return of(FLOAT, raw.putFloat(number).array());
  }

  /**
   * @param number from 0 to 255
   */
  static GraphConstant ofByte(int number) {
    return of(UINT8, new byte[] {(byte) number});
  }

  private static GraphConstant of(long type, byte[] raw) {
    return new GraphConstant(
        new ProtoMessage(List.of(Field.ofInteger(TYPE, type), Field.ofBytes(RAW, raw))));
  }

  /** Its dimensions; none for a single number. */
  List<Long> shape() {
    return tensor.integers(DIMENSION);
  }

  /** Its numbers, if they are integers of 64 bits that are in the graph; otherwise none. */
  List<Long> integers() {
    if (!tensor.integers(TYPE).equals(List.of(INT64)) || !tensor.messages(OUTSIDE).isEmpty()) {
      return List.of();
    }
    return tensor.bytes(RAW).map(GraphConstant::integers).orElse(tensor.integers(INTEGERS_64));
  }

  private static List<Long> integers(byte[] raw) {
    ByteBuffer numbers = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
    return IntStream.range(0, raw.length / Long.BYTES)
        .mapToObj(i -> numbers.getLong(i * Long.BYTES))
        .toList();
  }
}
