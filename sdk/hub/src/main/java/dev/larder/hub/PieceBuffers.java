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
  private int most;

  PieceBuffers(PieceSizes sizes) {
    this.sizes = sizes;
    this.most = sizes.mostPieces();
  }

  PieceSizes sizes() {
    return sizes;
  }

  /** A buffer of a piece's length; null if there is no more memory to be had. */
  synchronized @Nullable ByteBuffer take() {
    if (!free.isEmpty()) {
      return free.pop();
    }
    if (made == most) {
      return null;
    }
    try {
      ByteBuffer buffer = ByteBuffer.allocateDirect(sizes.piece());
      made++;
      return buffer;
    } catch (OutOfMemoryError e) {
      // The JVM's limit on direct memory. What there is has to do; one connection needs none.
      most = made;
      return null;
    }
  }

  synchronized void giveBack(ByteBuffer buffer) {
    free.push(buffer.clear());
  }
}
