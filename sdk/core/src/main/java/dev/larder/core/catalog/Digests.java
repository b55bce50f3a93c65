package dev.larder.core.catalog;

import java.util.regex.Pattern;

/** The form of a digest as text. */
public final class Digests {

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private static final Pattern SHA1 = Pattern.compile("[0-9a-f]{40}");

  private Digests() {}

  /**
   * Returns a SHA-256 of 64 lower-case hexadecimal digits.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  public static String requireSha256(String digest) {
    if (!SHA256.matcher(digest).matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is not a SHA-256 of 64 lower-case hexadecimal digits".formatted(digest));
    }
    return digest;
  }

  /**
   * Returns a SHA-1 of 40 lower-case hexadecimal digits.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  public static String requireSha1(String digest) {
    if (!SHA1.matcher(digest).matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is not a SHA-1 of 40 lower-case hexadecimal digits".formatted(digest));
    }
    return digest;
  }
}
