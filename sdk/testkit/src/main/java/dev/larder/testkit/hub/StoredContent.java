package dev.larder.testkit.hub;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Content that is in a file. */
final class StoredContent extends Content {

  private final Path file;
  private final long length;

  StoredContent(Path file) {
    this.file = file;
    try {
      length = Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  void read(long position, byte[] target, int count) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer buffer = ByteBuffer.wrap(target, 0, count);
      while (buffer.hasRemaining()) {
        if (channel.read(buffer, position + buffer.position()) < 0) {
          throw new EOFException(file + " has become shorter");
        }
      }
    }
  }
}
