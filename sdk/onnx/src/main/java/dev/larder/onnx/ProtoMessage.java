package dev.larder.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
      return new Field((number << 3) | LENGTH_DELIMITED, text.getBytes(UTF_8));
    }

    static Field ofBytes(int number, byte[] bytes) {
      return new Field((number << 3) | LENGTH_DELIMITED, bytes);
    }

    static Field ofInteger(int number, long value) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      writeVarint(value, out);
      return new Field(number << 3, out.toByteArray());
    }

    static Field ofFloat(int number, float value) {
      ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      return new Field((number << 3) | FIXED_32, bytes.putFloat(value).array());
    }

    static Field ofMessage(int number, ProtoMessage message) {
      return new Field((number << 3) | LENGTH_DELIMITED, message.bytes());
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

  /** The values of a field that holds whole numbers, one by one or packed together. */
  List<Long> integers(int number) {
    List<Long> integers = new ArrayList<>();
    for (Field field : fields) {
      if (field.is(number)) {
        ProtoReader reader = new ProtoReader(field.value);
        while (reader.hasMore()) {
          integers.add(reader.varint());
        }
      }
    }
    return integers;
  }

  /** The values of a field that holds floats, one by one. */
  List<Float> floats(int number) {
    return fields.stream()
        .filter(field -> field.is(number))
        .map(field -> ByteBuffer.wrap(field.value).order(ByteOrder.LITTLE_ENDIAN).getFloat())
        .toList();
  }

  /** The value of a field that holds bytes. */
  Optional<byte[]> bytes(int number) {
    return fields.stream().filter(field -> field.is(number)).map(Field::value).findFirst();
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

  private static void writeVarint(long value, ByteArrayOutputStream out) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
