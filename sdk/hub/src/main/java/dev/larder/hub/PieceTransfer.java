package dev.larder.hub;

import dev.larder.core.fetch.FileSink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rest of a large file into its sink, by as many connections as are of use. They read
 * pieces into memory, and the calling thread appends them in the file's order; so decrypting and
 * hashing go on at the same time, and what is there is always the file's beginning.
 */
final class PieceTransfer implements AutoCloseable {

  private final RemoteFile file;
  private final FileSink sink;
  private final PieceBuffers buffers;
  private final PieceLine line;
  private final Crowd crowd;
  private final List<ByteBuffer> taken = new ArrayList<>();
  private final List<PieceWorker> workers = new ArrayList<>();

  private PieceTransfer(RemoteFile file, FileSink sink, PieceBuffers buffers) {
    this.file = file;
    this.sink = sink;
    this.buffers = buffers;
    this.line = new PieceLine(sink.size(), file.length());
    this.crowd = new Crowd(buffers.sizes(), sink.size(), System.nanoTime());
  }

  /**
   * Prepares to go on from where the sink ends.
   *
   * @return null if there is no memory for pieces now
   */
  static @Nullable PieceTransfer of(RemoteFile file, FileSink sink, PieceBuffers buffers) {
    PieceTransfer transfer = new PieceTransfer(file, sink, buffers);
    if (transfer.hasBuffersFor(1)) {
      return transfer;
    }
    transfer.close();
    return null;
  }

  /** One for each worker to write, and one to take from. */
  private boolean hasBuffersFor(int number) {
    while (taken.size() <= number) {
      ByteBuffer buffer = buffers.take();
      if (buffer == null) {
        return false;
      }
      taken.add(buffer);
      line.add(buffer);
    }
    return true;
  }

  /**
   * @param begun the answer that brings the next byte, and goes to the file's end
   * @param body its bytes
   * @throws IOException if a worker could not get over a fault; what is there is right
   */
  void run(Answer begun, BufferedSource body) throws IOException {
    PartReader first = new PartReader(file);
    first.goOnWith(begun, body, sink.size());
    line.employ(1);
    workers.add(start(0, first));
    try {
      while (sink.size() < file.length()) {
        employ(crowd.size(sink.size(), System.nanoTime()));
        sink.append(line.take());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FinalFault("it was interrupted");
    }
  }

  private void employ(int wanted) {
    int number = wanted;
    while (number > 1 && !hasBuffersFor(number)) {
      number--;
    }
    int allowed = line.employ(number);
    for (int i = 0; i < allowed && line.hasMore(); i++) {
      if (i == workers.size()) {
        workers.add(start(i, new PartReader(file)));
      } else if (!workers.get(i).isAtWork()) {
        // One that was not needed for a while.
        workers.set(i, start(i, new PartReader(file)));
      }
    }
  }

  private PieceWorker start(int number, PartReader reader) {
    return new PieceWorker(number, line, file, reader).start();
  }

  /** Ends all connections that are still at work. */
  @Override
  public void close() {
    line.close();
    if (sink.size() < file.length()) {
      workers.forEach(PieceWorker::stop);
    }
    boolean interrupted = Thread.interrupted();
    for (PieceWorker worker : workers) {
      interrupted |= worker.join();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    taken.forEach(buffers::giveBack);
  }
}
