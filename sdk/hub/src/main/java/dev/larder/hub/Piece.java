package dev.larder.hub;

import java.nio.ByteBuffer;

/** A part of a file on its way through memory: one thread writes it, another one takes it. */
final class Piece {

  private final long start;
  private final ByteBuffer memory;
  private final ByteBuffer written;
  private int announced;
  private int taken;

  /**
   * @param start the position of its first byte in the file
   * @param end the position after the file's last byte
   */
  Piece(long start, long end, ByteBuffer memory) {
    this.start = start;
    this.memory = memory;
    // A view of its own: who wrote the piece may still look at it when the memory has the next one.
    this.written = memory.duplicate().clear();
    this.written.limit((int) Math.min(memory.capacity(), end - start));
  }

  /** Where the next bytes go; for the thread that writes. */
  ByteBuffer written() {
    return written;
  }

  /** What it lies in, for the next piece. */
  ByteBuffer memory() {
    return memory;
  }

  /** The position in the file of the next byte to be written; for the thread that writes. */
  long next() {
    return start + written.position();
  }

  /** The position in the file after the last byte. */
  long end() {
    return start + written.limit();
  }

  /** Hands what is written over to the other thread; both hold the line's monitor. */
  void announce() {
    announced = written.position();
  }

  /** What is announced and not yet taken; perhaps nothing. */
  ByteBuffer take() {
    ByteBuffer bytes = written.slice(taken, announced - taken);
    taken = announced;
    return bytes;
  }

  boolean hasBytes() {
    return taken < announced;
  }

  boolean isTaken() {
    return taken == written.limit();
  }
}
