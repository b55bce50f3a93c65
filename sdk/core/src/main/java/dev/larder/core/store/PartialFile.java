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

/**
 * A download under way: on disk, so that it can be continued, and hashed as it grows. What begins
 * again grows beside what was there, which goes only when the new file is published: until then
 * nobody knows which of the two is right.
 */
final class PartialFile implements FileSink, AutoCloseable {

  private static final int BUFFER = 1 << 16;

  private final Path begun;
  private final MessageDigest digest;
  private Path path;
  private FileChannel channel;
  private WriteBack writeBack;
  private long size;
  private long keptAside;

  private PartialFile(Path path, FileChannel channel, MessageDigest digest) {
    this.begun = path;
    this.digest = digest;
    this.path = path;
    this.channel = channel;
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
  public long kept() {
    return isReplacement() ? keptAside : size;
  }

  @Override
  public boolean has(long position, ByteBuffer bytes) {
    ByteBuffer here = ByteBuffer.allocate(bytes.remaining());
    try {
      while (here.hasRemaining() && channel.read(here, position + here.position()) >= 0) {
        // A read may bring less than there is.
      }
      return here.flip().equals(bytes);
    } catch (IOException e) {
      throw StorageFault.of(path, e);
    }
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
    if (size > 0 && !isReplacement()) {
      growBeside();
    }
    empty();
  }

  private void growBeside() {
    try {
      writeBack.end();
      channel.close();
    } catch (IOException e) {
      throw StorageFault.of(path, e);
    }
    keptAside = size;
    path = StoreLayout.replacement(begun);
    channel = StoreFiles.openForWriting(path);
    writeBack = new WriteBack(channel);
  }

  private boolean isReplacement() {
    return !path.equals(begun);
  }

  /** Throws away what has proved to be wrong. */
  void empty() {
    try {
      channel.truncate(0);
      digest.reset();
      size = 0;
    } catch (IOException e) {
      throw StorageFault.of(path, e);
    }
  }

  /** Whether this is already the whole file. */
  boolean isWhole(String sha256) {
    try {
      MessageDigest soFar = (MessageDigest) digest.clone();
      return HexFormat.of().formatHex(soFar.digest()).equals(sha256);
    } catch (CloneNotSupportedException e) {
      return digestOf(path).equals(sha256);
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

  /** Makes the file, which is verified, what it was to become. */
  void publish(Path target) {
    StoreFiles.publish(path, target);
    StoreFiles.delete(begun);
    StoreFiles.delete(StoreLayout.replacement(begun));
  }

  /** Leaves what can be continued. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw StorageFault.of(path, e);
    }
    if (isReplacement() || size == 0) {
      StoreFiles.delete(path);
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
