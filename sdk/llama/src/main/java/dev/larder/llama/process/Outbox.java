package dev.larder.llama.process;

import dev.larder.llama.protocol.FrameWriter;
import dev.larder.llama.protocol.Request;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Sends requests by a thread of its own: whoever asks never waits for a worker that does not read,
 * and an interrupt of his neither tears a request nor closes the pipe. Safe for use by many threads
 * at once.
 */
final class Outbox implements AutoCloseable {

  private final BlockingQueue<byte[]> frames = new LinkedBlockingQueue<>();
  private final Thread thread;

  /**
   * @param requests what the worker reads
   * @param label for the thread's name
   */
  Outbox(OutputStream requests, String label) {
    thread = new Thread(() -> send(requests), "larder-llama-" + label + "-requests");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Sends a request, after those that came before.
   *
   * @throws IllegalArgumentException if it is too long
   */
  void add(Request request) {
    try {
      frames.add(FrameWriter.frame(request));
    } catch (IOException e) {
      throw new UncheckedIOException("a request cannot be written into memory", e);
    }
  }

  private void send(OutputStream requests) {
    try {
      FrameWriter writer = new FrameWriter(requests);
      while (true) {
        writer.write(frames.take());
      }
    } catch (IOException | InterruptedException e) {
      // The worker has died, which whoever reads notices too and tells; or it is to end.
    }
  }

  /** Sends no more. */
  @Override
  public void close() {
    thread.interrupt();
  }
}
