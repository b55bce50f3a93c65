package dev.larder.core.fetch;

import java.nio.ByteBuffer;

/** Takes a file's bytes in their order, hashes them, and counts them. Used by one thread. */
public interface FileSink {

  /** How many bytes are there already, from an earlier try too. */
  long size();

  /** Appends the buffer's remaining bytes. */
  void append(ByteBuffer bytes);

  /** Drops everything, to begin again. */
  void restart();
}
