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

  String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  String sha256() {
    return sha256(text());
  }

  static String sha256(String text) {
    return digest("SHA-256", text);
  }

  static String gitSha1(String text) {
    return digest("SHA-1", "blob " + text.getBytes(StandardCharsets.UTF_8).length + "\0" + text);
  }

  private static String digest(String algorithm, String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
