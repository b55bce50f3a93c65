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

  /** One to be written, and one to be taken from. */
  private static final int LEAST_BUFFERS = 2;

  private final RemoteFile file;
  private final FileSink sink;
  private final PieceBuffers buffers;
  private final PieceLine line;
  private final Crowd crowd;
  private final List<ByteBuffer> taken = new ArrayList<>();
  private final List<PartReader> readers = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  private PieceTransfer(RemoteFile file, FileSink sink, PieceBuffers buffers) {
    this.file = file;
    this.sink = sink;
    this.buffers = buffers;
    this.line = new PieceLine(sink.size(), file.length());
    this.crowd = new Crowd(buffers.sizes().sample(), sink.size(), System.nanoTime());
  }

  /**
   * Prepares to go on with an answer.
   *
   * @return null if there is no memory for pieces now
   */
  static @Nullable PieceTransfer of(RemoteFile file, FileSink sink, PieceBuffers buffers) {
    PieceTransfer transfer = new PieceTransfer(file, sink, buffers);
    for (int i = 0; i < LEAST_BUFFERS; i++) {
      if (!transfer.addBuffer()) {
        transfer.close();
        return null;
      }
    }
    return transfer;
  }

  private boolean addBuffer() {
    ByteBuffer buffer = buffers.take();
    if (buffer == null) {
      return false;
    }
    taken.add(buffer);
    line.add(buffer);
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
    employ(first);
    try {
      while (sink.size() < file.length()) {
        sink.append(line.take());
        employ(crowd.size(sink.size(), System.nanoTime()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FinalFault("it was interrupted");
    }
  }

  private void employ(int number) {
    while (threads.size() < number && addBuffer()) {
      employ(new PartReader(file));
    }
    line.employ(Math.min(number, threads.size()));
  }

  private void employ(PartReader reader) {
    int number = threads.size();
    readers.add(reader);
    line.employ(number + 1);
    Thread thread = new Thread(new PieceWorker(number, line, file, reader), "larder-" + number);
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  /** Ends all connections that are still at work. */
  @Override
  public void close() {
    line.close();
    if (sink.size() < file.length()) {
      readers.forEach(PartReader::cancel);
      threads.forEach(Thread::interrupt);
    }
    boolean interrupted = Thread.interrupted();
    for (Thread thread : threads) {
      interrupted |= join(thread);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    taken.forEach(buffers::giveBack);
  }

  private static boolean join(Thread thread) {
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        return interrupted;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
  }
}
