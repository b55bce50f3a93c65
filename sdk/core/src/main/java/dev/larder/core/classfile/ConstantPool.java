package dev.larder.core.classfile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Numbers and texts of a class file, which the rest of it refers to by their index. */
final class ConstantPool {

  private static final int UTF8 = 1;
  private static final int INTEGER = 3;

  private final ByteBuffer bytes;

  /** Where each constant begins, behind its tag; 0 where there is none. */
  private final int[] offsets;

  private ConstantPool(ByteBuffer bytes, int[] offsets) {
    this.bytes = bytes;
    this.offsets = offsets;
  }

  /** Reads it from where a file is, and goes behind it. */
  static ConstantPool read(ByteBuffer bytes) {
    int[] offsets = new int[Short.toUnsignedInt(bytes.getShort())];
    int next = 1;
    while (next < offsets.length) {
      int tag = bytes.get();
      offsets[next] = bytes.position();
      bytes.position(bytes.position() + length(tag, bytes));
      next += isWide(tag) ? 2 : 1;
    }
    return new ConstantPool(bytes, offsets);
  }

  private static int length(int tag, ByteBuffer bytes) {
    return switch (tag) {
      case UTF8 -> Short.BYTES + Short.toUnsignedInt(bytes.getShort(bytes.position()));
      case INTEGER, 4, 9, 10, 11, 12, 17, 18 -> 4; // a number, or two indices
      case 5, 6 -> 8; // long and double
      case 7, 8, 16, 19, 20 -> 2; // an index
      case 15 -> 3; // a method handle
      default -> throw new IllegalArgumentException("Constant of the kind " + tag);
    };
  }

  /** Long and double take two indices. */
  private static boolean isWide(int tag) {
    return tag == 5 || tag == 6;
  }

  /** A text. Of its characters those beyond Unicode's first plane come out as others. */
  String text(int index) {
    int offset = offset(index, UTF8);
    int length = Short.toUnsignedInt(bytes.getShort(offset));
    return StandardCharsets.UTF_8.decode(bytes.slice(offset + Short.BYTES, length)).toString();
  }

  int integer(int index) {
    return bytes.getInt(offset(index, INTEGER));
  }

  private int offset(int index, int tag) {
    int offset = offsets[index];
    if (offset == 0 || bytes.get(offset - 1) != tag) {
      throw new IllegalArgumentException("No constant of the kind " + tag + " at " + index);
    }
    return offset;
  }
}
