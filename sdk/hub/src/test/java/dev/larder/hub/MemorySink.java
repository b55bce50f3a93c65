package dev.larder.hub;

import dev.larder.core.fetch.FileSink;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Keeps a file in memory. */
final class MemorySink implements FileSink {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  int restarts;

  static MemorySink holding(String text) {
    MemorySink sink = new MemorySink();
    sink.append(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    return sink;
  }

  @Override
  public long size() {
    return bytes.size();
  }

  @Override
  public long kept() {
    return bytes.size();
  }

  @Override
  public boolean has(long position, ByteBuffer others) {
    return ByteBuffer.wrap(bytes(), (int) position, others.remaining()).equals(others);
  }

  @Override
  public void append(ByteBuffer more) {
    byte[] copy = new byte[more.remaining()];
    more.get(copy);
    bytes.writeBytes(copy);
  }

  @Override
  public void restart() {
    restarts++;
    bytes.reset();
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  String sha256() {
    return sha256(text());
  }

  static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  static String sha256(byte[] bytes) {
    return digest("SHA-256", bytes);
  }

  static String gitSha1(String text) {
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    return digest("SHA-1", ("blob " + length + "\0" + text).getBytes(StandardCharsets.UTF_8));
  }

  private static String digest(String algorithm, byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
