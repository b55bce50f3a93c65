package dev.larder.hub;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Memory for pieces of files, shared by all files that one client fetches, so that it is bounded
 * whatever their number. Outside the heap, which may be small. Safe for use by many threads.
 */
final class PieceBuffers {

  private final PieceSizes sizes;
  private final Deque<ByteBuffer> free = new ArrayDeque<>();
  private int made;

  PieceBuffers(PieceSizes sizes) {
    this.sizes = sizes;
  }

  PieceSizes sizes() {
    return sizes;
  }

  /** A buffer of a piece's length; null if there is no more memory to be had. */
  synchronized @Nullable ByteBuffer take() {
    if (!free.isEmpty()) {
      return free.pop();
    }
    if (made == sizes.mostPieces()) {
      return null;
    }
    try {
      ByteBuffer buffer = ByteBuffer.allocateDirect(sizes.piece());
      made++;
      return buffer;
    } catch (OutOfMemoryError e) {
      // The JVM's limit on direct memory. One connection needs none of it.
      return null;
    }
  }

  synchronized void giveBack(ByteBuffer buffer) {
    free.push(buffer.clear());
  }
}
