package dev.larder.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A message in the format of Protocol Buffers, of which the fields are known by their numbers
 * alone. What nobody asks for stays as it is.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">the format</a>
 */
record ProtoMessage(List<Field> fields) {

  private static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  private static final int LENGTH_DELIMITED = 2;
  private static final int FIXED_32 = 5;

  /**
   * One field.
   *
   * @param tag its number and the kind of its value
   * @param value as it is stored, without the length
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Field(int tag, byte[] value) {

    static Field ofText(int number, String text) {
      return new Field(number << 3 | LENGTH_DELIMITED, text.getBytes(UTF_8));
    }

    static Field ofMessage(int number, ProtoMessage message) {
      return new Field(number << 3 | LENGTH_DELIMITED, message.bytes());
    }

    boolean is(int number) {
      return tag >>> 3 == number;
    }
  }

  ProtoMessage {
    fields = List.copyOf(fields);
  }

  /**
   * @throws IllegalArgumentException if it is none
   */
  static ProtoMessage parse(byte[] bytes) {
    ProtoReader reader = new ProtoReader(bytes);
    List<Field> fields = new ArrayList<>();
    while (reader.hasMore()) {
      int tag = Math.toIntExact(reader.varint());
      fields.add(
          new Field(
              tag,
              switch (tag & 7) {
                case VARINT -> reader.rawVarint();
                case FIXED_64 -> reader.take(Long.BYTES);
                case LENGTH_DELIMITED -> reader.take(Math.toIntExact(reader.varint()));
                case FIXED_32 -> reader.take(Integer.BYTES);
                default -> throw new IllegalArgumentException("a field of kind " + (tag & 7));
              }));
    }
    return new ProtoMessage(fields);
  }

  /** The values of a field that holds texts. */
  List<String> texts(int number) {
    return fields.stream()
        .filter(field -> field.is(number))
        .map(field -> new String(field.value, UTF_8))
        .toList();
  }

  /** The value of a field that holds one text; empty where it has none. */
  String text(int number) {
    return texts(number).stream().reduce("", (before, last) -> last);
  }

  /** The values of a field that holds messages. */
  List<ProtoMessage> messages(int number) {
    return fields.stream()
        .filter(field -> field.is(number))
        .map(field -> parse(field.value))
        .toList();
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Field field : fields) {
      writeVarint(field.tag, out);
      if ((field.tag & 7) == LENGTH_DELIMITED) {
        writeVarint(field.value.length, out);
      }
      out.writeBytes(field.value);
    }
    return out.toByteArray();
  }

  private static void writeVarint(int value, ByteArrayOutputStream out) {
    int rest = value;
    while ((rest & ~0x7f) != 0) {
      out.write(rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }
}
