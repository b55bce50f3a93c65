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
  private final Deque<Piece> givenBack = new ArrayDeque<>();
  private final Deque<ByteBuffer> free = new ArrayDeque<>();
  private long next;
  private int most = Integer.MAX_VALUE;
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

  /**
   * Says how many workers there are to be; those with a higher number get no more pieces.
   *
   * @return how many the server allows of them
   */
  synchronized int employ(int number) {
    int allowed = Math.min(number, most);
    if (workers != allowed) {
      workers = allowed;
      notifyAll();
    }
    return allowed;
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
    while (free.isEmpty() && givenBack.isEmpty() && isNeeded(worker)) {
      wait();
    }
    if (!isNeeded(worker)) {
      return null;
    }
    if (!givenBack.isEmpty()) {
      return givenBack.remove();
    }
    Piece piece = new Piece(next, end, free.pop());
    next = piece.end();
    pieces.add(piece);
    return piece;
  }

  private boolean isNeeded(int worker) {
    return !closed && worker < workers && (next < end || !givenBack.isEmpty());
  }

  /**
   * Leaves a piece that has begun to the others, because the server has too many connections.
   *
   * @return false if there may be no others any more
   */
  synchronized boolean giveBack(Piece piece, int worker) {
    if (worker == 0 || next == end) {
      return false;
    }
    givenBack.add(piece);
    most = Math.min(most, worker);
    workers = Math.min(workers, most);
    // Others may be waiting for memory, and this piece needs none.
    notifyAll();
    return true;
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
