package dev.larder.testkit.gguf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The part of a GGUF file before the numbers, little-endian. */
final class GgufHeader {

  private static final int UINT32 = 4;
  private static final int INT32 = 5;
  private static final int FLOAT32 = 6;
  private static final int BOOL = 7;
  private static final int STRING = 8;
  private static final int ARRAY = 9;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  byte[] toByteArray() {
    return out.toByteArray();
  }

  void bytes(byte[] bytes) {
    out.writeBytes(bytes);
  }

  void integer(int value) {
    out.writeBytes(
        ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
  }

  /** A length, size or offset. */
  void count(long value) {
    out.writeBytes(
        ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
  }

  void text(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    count(bytes.length);
    bytes(bytes);
  }

  void value(GgufValue value) {
    if (value instanceof GgufValue.Unsigned unsigned) {
      integer(UINT32);
      integer(unsigned.value());
    } else if (value instanceof GgufValue.Real real) {
      integer(FLOAT32);
      integer(Float.floatToRawIntBits(real.value()));
    } else if (value instanceof GgufValue.Truth truth) {
      integer(BOOL);
      out.write(truth.value() ? 1 : 0);
    } else if (value instanceof GgufValue.Text text) {
      integer(STRING);
      text(text.value());
    } else if (value instanceof GgufValue.Texts texts) {
      array(STRING, texts.values().size());
      texts.values().forEach(this::text);
    } else if (value instanceof GgufValue.Integers integers) {
      array(INT32, integers.values().size());
      integers.values().forEach(this::integer);
    } else if (value instanceof GgufValue.Reals reals) {
      array(FLOAT32, reals.values().size());
      reals.values().forEach(real -> integer(Float.floatToRawIntBits(real)));
    }
  }

  private void array(int elementType, int length) {
    integer(ARRAY);
    integer(elementType);
    count(length);
  }

  void tensor(GgufTensor tensor, long offset) {
    text(tensor.name());
    int dimensions = tensor.shape().size();
    integer(dimensions);
    for (int i = dimensions - 1; i >= 0; i--) {
      count(tensor.shape().get(i));
    }
    integer(tensor.type().id());
    count(offset);
  }
}
