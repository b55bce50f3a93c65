package dev.larder.hub;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The pieces of one file between those who bring them, in any order, and the one who takes their
 * bytes, in the file's order. There are never more pieces than buffers.
 */
final class PieceLine {

  private final long end;
  private final Deque<Piece> pieces = new ArrayDeque<>();
  private final Deque<ByteBuffer> free = new ArrayDeque<>();
  private long next;
  private int workers;
  private @Nullable IOException fault;
  private @Nullable RuntimeException failure;
  private boolean closed;

  /**
   * @param start the position in the file of the first byte that is missing
   * @param end the position after the last byte
   */
  PieceLine(long start, long end) {
    this.next = start;
    this.end = end;
  }

  /** Allows one more piece in memory. */
  synchronized void add(ByteBuffer buffer) {
    free.push(buffer);
    notifyAll();
  }

  /** Says how many workers there are to be; those with a higher number get no more pieces. */
  synchronized void employ(int number) {
    if (workers != number) {
      workers = number;
      notifyAll();
    }
  }

  /** Whether one worker does everything. */
  synchronized boolean hasOneWorker() {
    return workers == 1;
  }

  /** Whether there are pieces that nobody has begun, and all is well. */
  synchronized boolean hasMore() {
    return next < end && fault == null && failure == null;
  }

  /**
   * The next piece; waits until there is memory for it.
   *
   * @param worker the number of who asks, from 0
   * @return null if there is nothing more to do
   */
  synchronized @Nullable Piece claim(int worker) throws InterruptedException {
    while (free.isEmpty() && isNeeded(worker)) {
      wait();
    }
    if (!isNeeded(worker)) {
      return null;
    }
    Piece piece = new Piece(next, end, free.pop());
    next = piece.end();
    pieces.add(piece);
    return piece;
  }

  private boolean isNeeded(int worker) {
    return !closed && next < end && worker < workers;
  }

  /** Says that there are more bytes in a piece. */
  synchronized void announce(Piece piece) {
    piece.announce();
    if (piece == pieces.peek()) {
      notifyAll();
    }
  }

  /** Says that a piece will not come. */
  synchronized void fail(IOException why) {
    fault = why;
    notifyAll();
  }

  /** Says that a worker ended as none should, or that the source said something final. */
  synchronized void fail(RuntimeException why) {
    failure = why;
    notifyAll();
  }

  /**
   * Waits for the next bytes of the file, which stay as they are until this is called again.
   *
   * @throws IOException if they will not come
   */
  synchronized ByteBuffer take() throws IOException, InterruptedException {
    Piece foremost = pieces.peek();
    if (foremost != null && foremost.isTaken()) {
      free.push(pieces.remove().memory());
      notifyAll();
    }
    while (pieces.isEmpty() || !pieces.element().hasBytes()) {
      if (failure != null) {
        throw failure;
      }
      if (fault != null) {
        throw fault;
      }
      wait();
    }
    return pieces.element().take();
  }

  /** Nobody gets a piece any more. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }
}
