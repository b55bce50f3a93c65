package dev.larder.core.gguf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;

/** Goes through a header once, and never beyond its end. */
final class HeaderCursor {

  private final ByteBuffer bytes;
  private final long fileSize;

  /**
   * @param bytes the file, or its beginning; read from its position on
   * @param fileSize how long the whole file is
   */
  HeaderCursor(ByteBuffer bytes, long fileSize) {
    this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
    this.fileSize = fileSize;
  }

  long fileSize() {
    return fileSize;
  }

  long position() {
    return bytes.position();
  }

  byte octet() {
    require(Byte.BYTES);
    return bytes.get();
  }

  short shortInteger() {
    require(Short.BYTES);
    return bytes.getShort();
  }

  int integer() {
    require(Integer.BYTES);
    return bytes.getInt();
  }

  long longInteger() {
    require(Long.BYTES);
    return bytes.getLong();
  }

  /**
   * A number of things that have not been read yet.
   *
   * @param what they are, for the message
   * @param least the fewest bytes that one takes
   */
  long count(String what, int least) {
    long count = longInteger();
    if (count < 0 || count > fileSize / least) {
      throw new MalformedGgufException(
          "it claims %s %s, more than fit into it".formatted(Long.toUnsignedString(count), what));
    }
    require(count * least);
    return count;
  }

  /** The length of a text, which stands there in full. */
  int length() {
    return (int) count("bytes of text", Byte.BYTES);
  }

  /** A text of a length that was read. */
  String text(int length) {
    ByteBuffer text = bytes.slice(bytes.position(), length);
    skip(length);
    try {
      return UTF_8.newDecoder().decode(text).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedGgufException("a text in its header is not UTF-8");
    }
  }

  void skip(long length) {
    require(length);
    bytes.position(bytes.position() + (int) length);
  }

  private void require(long length) {
    if (length > bytes.remaining()) {
      throw new MalformedGgufException(
          bytes.limit() < fileSize
              ? "its header is longer than the %d bytes that are read".formatted(bytes.limit())
              : "it ends within its header");
    }
  }
}
