package dev.larder.core.fetch;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest that files are known by. */
public final class Sha256 {

  private Sha256() {}

  /** A new digest of the JVM's own. */
  public static MessageDigest ofTheJvm() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new LinkageError("Every Java platform has SHA-256", e);
    }
  }
}
