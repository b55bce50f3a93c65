package dev.larder.maven;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A GGUF file of a header alone. */
final class SampleHeader {

  private static final int UINT32 = 4;
  private static final int STRING = 8;

  private final ByteBuffer bytes = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);

  private SampleHeader() {}

  static byte[] bytes() {
    SampleHeader header = new SampleHeader();
    header.bytes.put("GGUF".getBytes(UTF_8)).putInt(3).putLong(0).putLong(5);
    header.text("general.architecture").text(STRING, "bert").text("bert.embedding_length");
    header.number(8).text("bert.context_length").number(128).text("bert.pooling_type").number(1);
    header.text("general.license").text(STRING, "apache-2.0");
    byte[] written = new byte[header.bytes.position()];
    header.bytes.get(0, written);
    return written;
  }

  private SampleHeader number(int value) {
    bytes.putInt(UINT32).putInt(value);
    return this;
  }

  private SampleHeader text(int type, String text) {
    bytes.putInt(type);
    return text(text);
  }

  private SampleHeader text(String text) {
    bytes.putLong(text.length()).put(text.getBytes(UTF_8));
    return this;
  }
}
