package dev.larder.core.store;

import dev.larder.core.fetch.FileSink;
import dev.larder.core.fetch.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A download under way: on disk, so that it can be continued, and hashed as it grows. */
final class PartialFile implements FileSink, AutoCloseable {

  private static final int BUFFER = 1 << 16;

  private final Path path;
  private final FileChannel channel;
  private final MessageDigest digest;
  private final WriteBack writeBack;
  private long size;

  private PartialFile(Path path, FileChannel channel, MessageDigest digest) {
    this.path = path;
    this.channel = channel;
    this.digest = digest;
    this.writeBack = new WriteBack(channel);
  }

  /** Opens a partial, and hashes what an earlier try left in it. */
  static PartialFile open(Path path, MessageDigest digest) {
    PartialFile partial = new PartialFile(path, StoreFiles.openForWriting(path), digest);
    try {
      partial.hashWhatIsThere();
    } catch (IOException e) {
      partial.close();
      throw StorageFault.of(path, e);
    }
    return partial;
  }

  private void hashWhatIsThere() throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    while (channel.read(buffer) >= 0) {
      size += buffer.flip().remaining();
      digest.update(buffer);
      buffer.clear();
    }
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public void append(ByteBuffer bytes) {
    try {
      digest.update(bytes.duplicate());
      size += bytes.remaining();
      StoreFiles.writeFully(channel, bytes);
      writeBack.grownTo(size);
    } catch (IOException e) {
      throw StorageFault.of(path, e);
    }
  }

  @Override
  public void restart() {
    try {
      channel.truncate(0);
      digest.reset();
      size = 0;
    } catch (IOException e) {
      throw StorageFault.of(path, e);
    }
  }

  /** The digest of all bytes; nothing may be appended after this. */
  String digest() {
    try {
      writeBack.end();
    } catch (IOException e) {
      throw StorageFault.of(path, e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw StorageFault.of(path, e);
    }
  }

  /** The digest of a whole file. */
  static String digestOf(Path file) {
    MessageDigest digest = Sha256.ofTheJvm();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
      while (channel.read(buffer) >= 0) {
        digest.update(buffer.flip());
        buffer.clear();
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw StorageFault.of(file, e);
    }
  }
}
