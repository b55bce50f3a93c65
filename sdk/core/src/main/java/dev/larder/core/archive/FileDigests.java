package dev.larder.core.archive;

import dev.larder.core.fetch.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.CRC32;

/**
 * What one reading of a file tells of its bytes.
 *
 * @param sha256 in hexadecimal digits
 * @param crc32 the checksum that a zip has
 * @param size in bytes
 */
public record FileDigests(String sha256, long crc32, long size) {

  private static final int BUFFER = 1 << 16;

  /** Reads a file. */
  public static FileDigests of(Path file) throws IOException {
    MessageDigest sha256 = Sha256.ofTheJvm();
    CRC32 crc32 = new CRC32();
    long size = 0;
    byte[] buffer = new byte[BUFFER];
    try (InputStream input = Files.newInputStream(file)) {
      for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
        sha256.update(buffer, 0, read);
        crc32.update(buffer, 0, read);
        size += read;
      }
    }
    return new FileDigests(HexFormat.of().formatHex(sha256.digest()), crc32.getValue(), size);
  }
}
