package dev.larder.its.benchmarks;

import dev.larder.core.catalog.FileRole;
import dev.larder.core.catalog.Selector;
import dev.larder.core.catalog.Source;
import dev.larder.core.lock.Integrity;
import dev.larder.core.lock.LockFormat;
import dev.larder.core.lock.LockedFile;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.ModelsLock;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/**
 * A file on a server.
 *
 * @param folder the address before its name
 * @param size in bytes
 * @param sha256 as 64 hexadecimal digits
 */
record ServedFile(URI folder, String name, long size, String sha256) {

  private static final int BUFFER = 1 << 20;

  /** Writes so many pseudo-random bytes, which no layer can compress, to where a server looks. */
  static ServedFile write(Path root, URI folder, String name, long size) throws IOException {
    MessageDigest digest = newDigest();
    Random random = new Random(size);
    byte[] buffer = new byte[BUFFER];
    try (OutputStream file =
        new DigestOutputStream(Files.newOutputStream(root.resolve(name)), digest)) {
      for (long left = size; left > 0; left -= BUFFER) {
        random.nextBytes(buffer);
        file.write(buffer, 0, (int) Math.min(left, BUFFER));
      }
    }
    return new ServedFile(folder, name, size, HexFormat.of().formatHex(digest.digest()));
  }

  /** The same file at another address. */
  ServedFile under(URI otherFolder) {
    return new ServedFile(otherFolder, name, size, sha256);
  }

  String url() {
    return folder + "/" + name;
  }

  /** A lock in which a model has this file. */
  byte[] lock(String model, String variant) {
    LockedModel locked =
        new LockedModel(
            Selector.parse(model),
            variant,
            Source.parse(folder.toString()),
            "1",
            1,
            "none",
            Integrity.CATALOG,
            List.of(new LockedFile(FileRole.MODEL, name, sha256, size)));
    return LockFormat.write(ModelsLock.of(List.of(locked)));
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new LinkageError("Every Java platform has SHA-256", e);
    }
  }
}
