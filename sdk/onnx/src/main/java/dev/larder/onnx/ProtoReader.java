package dev.larder.onnx;

import java.util.Arrays;

/** Goes through the bytes of a message once. */
final class ProtoReader {

  private final byte[] bytes;
  private int position;

  ProtoReader(byte[] bytes) {
    this.bytes = bytes;
  }

  boolean hasMore() {
    return position < bytes.length;
  }

  /** A number, seven bits a byte, the lowest first. */
  long varint() {
    long value = 0;
    byte[] raw = rawVarint();
    for (int i = 0; i < raw.length; i++) {
      value |= (raw[i] & 0x7fL) << 7 * i;
    }
    return value;
  }

  byte[] rawVarint() {
    int length = 1;
    while (position + length < bytes.length && bytes[position + length - 1] < 0) {
      length++;
    }
    return take(length);
  }

  byte[] take(int length) {
    if (length < 0 || length > bytes.length - position) {
      throw new IllegalArgumentException("the message ends too soon");
    }
    byte[] taken = Arrays.copyOfRange(bytes, position, position + length);
    position += length;
    return taken;
  }
}
