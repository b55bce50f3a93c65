package dev.larder.core.fetch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The name that git gives to a file's content, made while the content passes by. */
public final class GitBlobDigest {

  private final MessageDigest sha1;

  /**
   * @param length the length of the content, which git hashes before it
   */
  public GitBlobDigest(long length) {
    try {
      sha1 = MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
    sha1.update("blob %d\0".formatted(length).getBytes(StandardCharsets.US_ASCII));
  }

  /** Takes the buffer's remaining bytes. */
  public void update(ByteBuffer bytes) {
    sha1.update(bytes);
  }

  /** 40 lower-case hexadecimal digits; called once, at the end. */
  public String hex() {
    return HexFormat.of().formatHex(sha1.digest());
  }
}
