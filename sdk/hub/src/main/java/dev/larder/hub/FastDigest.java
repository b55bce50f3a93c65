package dev.larder.hub;

import dev.larder.core.fetch.Sha256;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/**
 * SHA-256 by Conscrypt where that is on the class path. Without the JVM's second compiler, as with
 * the option {@code -XX:TieredStopAtLevel=1} that many give to Maven, it takes 0.05 s for 90 MB and
 * the JVM's own 0.62 s.
 */
final class FastDigest {

  private FastDigest() {}

  static MessageDigest sha256() {
    try {
      return ConscryptSockets.sha256();
    } catch (GeneralSecurityException | RuntimeException | LinkageError e) {
      return Sha256.ofTheJvm();
    }
  }
}
