package dev.larder.core.store;

import dev.larder.core.catalog.ModelFile;
import dev.larder.core.fetch.GitBlobDigest;
import dev.larder.core.fetch.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * By what names a file's content is known, found in one reading.
 *
 * @param sha256 its digest
 * @param gitSha1 what git calls it
 * @param size its length in bytes
 */
record ContentDigests(String sha256, String gitSha1, long size) {

  private static final int BUFFER = 1 << 16;

  static ContentDigests of(Path file) {
    MessageDigest sha256 = Sha256.ofTheJvm();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      GitBlobDigest git = new GitBlobDigest(channel.size());
      ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
      long size = 0;
      while (channel.read(buffer) >= 0) {
        size += buffer.flip().remaining();
        sha256.update(buffer.duplicate());
        git.update(buffer);
        buffer.clear();
      }
      return new ContentDigests(HexFormat.of().formatHex(sha256.digest()), git.hex(), size);
    } catch (IOException e) {
      throw StorageFault.of(file, e);
    }
  }

  /** Whether it is a file's content, by the strongest digest that is known of the file. */
  boolean areOf(ModelFile file) {
    return file.sha256() != null ? sha256.equals(file.sha256()) : gitSha1.equals(file.gitSha1());
  }
}
