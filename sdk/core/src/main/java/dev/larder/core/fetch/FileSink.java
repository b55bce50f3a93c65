package dev.larder.core.fetch;

import java.nio.ByteBuffer;

/** Takes a file's bytes in their order, hashes them, and counts them. Used by one thread. */
public interface FileSink {

  /** How many bytes are there already, from an earlier try too. */
  long size();

  /** How many bytes a later run can go on from, if nothing more comes. */
  long kept();

  /**
   * Whether what is there has these bytes from a position on.
   *
   * @param position of the first one; position and remaining bytes together at most {@link #size()}
   * @param bytes the buffer's remaining bytes, which stay remaining
   */
  boolean has(long position, ByteBuffer bytes);

  /** Appends the buffer's remaining bytes. */
  void append(ByteBuffer bytes);

  /**
   * Begins again from the first byte. What was there before is kept aside until the new file has
   * proved to be the right one.
   */
  void restart();
}
