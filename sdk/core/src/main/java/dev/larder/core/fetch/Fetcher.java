package dev.larder.core.fetch;

import dev.larder.core.catalog.Source;
import java.security.MessageDigest;

/**
 * Gets the bytes of a file from one kind of source. Modules that fetch offer one through {@link
 * java.util.ServiceLoader}; the Maven plugin hands in its own besides.
 *
 * <p>Safe for use by many threads at once.
 */
public interface Fetcher extends AutoCloseable {

  /** Whether this fetcher knows the source's kind. */
  boolean fetches(Source source);

  /** Whether this machine has what the source gives, so that nobody else is asked for it. */
  default boolean isHere(Source source) {
    return false;
  }

  /**
   * Writes the file, from its first byte to its last, into the request's sink, which hashes it; the
   * caller compares digest and size, and publishes. Bytes beyond {@link FetchRequest#maxSize()}
   * must not be asked for.
   *
   * @return where the bytes came from
   * @throws dev.larder.api.ModelException if they cannot be had
   */
  Fetched fetch(FetchRequest request);

  /** A new SHA-256 for a file that this fetcher brings, where it has a faster one than the JVM. */
  default MessageDigest newSha256() {
    return Sha256.ofTheJvm();
  }

  /** Gives threads and connections back. Nothing may be fetched after it. */
  @Override
  default void close() {}
}
