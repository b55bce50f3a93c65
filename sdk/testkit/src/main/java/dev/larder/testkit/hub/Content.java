package dev.larder.testkit.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a file, of any length, readable at any offset without holding the others. Digests
 * are computed when they are first asked for. May be shared by threads.
 */
public abstract sealed class Content permits BytesContent, SeededContent, StoredContent, Flipped {

  private static final int CHUNK = 1 << 16;

  private @Nullable String sha256;
  private @Nullable String gitSha1;

  /** These bytes. */
  public static Content of(byte[] bytes) {
    return new BytesContent(bytes.clone());
  }

  /** This text, in UTF-8. */
  public static Content of(String text) {
    return new BytesContent(text.getBytes(StandardCharsets.UTF_8));
  }

  /** What the file holds, which must not change any more. */
  public static Content of(Path file) {
    return new StoredContent(file);
  }

  /** So many bytes that look random and depend on the seed alone; takes no memory. */
  public static Content seeded(long seed, long length) {
    return new SeededContent(seed, length);
  }

  /** In bytes. */
  public abstract long length();

  /** Reads {@code count} bytes from {@code position} into the start of {@code target}. */
  abstract void read(long position, byte[] target, int count) throws IOException;

  /** A copy of a part. */
  public final byte[] bytes(long from, int count) {
    byte[] bytes = new byte[count];
    try {
      read(from, bytes, count);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes;
  }

  /** 64 lower-case hexadecimal digits. */
  public final synchronized String sha256() {
    if (sha256 == null) {
      sha256 = digest("SHA-256", "");
    }
    return sha256;
  }

  /** The name that git gives to this content: 40 lower-case hexadecimal digits. */
  public final synchronized String gitSha1() {
    if (gitSha1 == null) {
      gitSha1 = digest("SHA-1", "blob %d\0".formatted(length()));
    }
    return gitSha1;
  }

  private String digest(String algorithm, String before) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      digest.update(before.getBytes(StandardCharsets.US_ASCII));
      byte[] chunk = new byte[CHUNK];
      for (long position = 0; position < length(); position += CHUNK) {
        int count = (int) Math.min(CHUNK, length() - position);
        read(position, chunk, count);
        digest.update(chunk, 0, count);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
