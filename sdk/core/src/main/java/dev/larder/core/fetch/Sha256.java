package dev.larder.core.fetch;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest that files are known by. */
public final class Sha256 {

  private static final int BUFFER = 1 << 16;

  private Sha256() {}

  /** A new digest of the JVM's own. */
  public static MessageDigest ofTheJvm() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new LinkageError("Every Java platform has SHA-256", e);
    }
  }

  /**
   * The digest of a file, in hexadecimal. By a stream, not a channel: the interrupt of one thread
   * must not spoil it for all that wait.
   */
  public static String of(Path file) throws IOException {
    MessageDigest digest = ofTheJvm();
    try (InputStream input = new FileInputStream(file.toFile())) {
      byte[] buffer = new byte[BUFFER];
      for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
        digest.update(buffer, 0, count);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
