package dev.larder.testkit.hub;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import mockwebserver3.SocketHandler;
import okio.BufferedSink;
import okio.Okio;
import okio.Socket;

/** Writes the body of one reply, a chunk at a time, whatever its length. */
record BodyWriter(Reply reply, Exchange exchange) implements SocketHandler {

  private static final int CHUNK = 1 << 16;

  @Override
  public void handle(Socket socket) {
    try {
      write(Okio.buffer(socket.getSink()));
      if (reply.flow().closesAfter() < reply.part().length()) {
        socket.cancel();
      } else if (reply.flow().stallsAfter() < reply.part().length()) {
        untilTheClientLeaves(socket);
      }
    } catch (IOException e) {
      // The client has had enough.
      socket.cancel();
    }
  }

  private void write(BufferedSink sink) throws IOException {
    Flow flow = reply.flow();
    long end = Math.min(reply.part().length(), Math.min(flow.closesAfter(), flow.stallsAfter()));
    byte[] chunk = new byte[(int) Math.min(CHUNK, end)];
    long start = System.nanoTime();
    for (long position = 0; position < end; position += chunk.length) {
      int count = (int) Math.min(chunk.length, end - position);
      read(position, chunk, count);
      exchange.sent(count);
      writeChunk(sink, chunk, count);
      if (flow.bytesPerSecond() != Long.MAX_VALUE) {
        sink.flush();
        waitUntil(start + nanosFor(position + count, flow.bytesPerSecond()));
      }
    }
    if (reply.isChunked() && end == reply.part().length()) {
      sink.writeUtf8("0\r\n\r\n");
    }
    sink.flush();
  }

  private void read(long position, byte[] chunk, int count) throws IOException {
    Part part = reply.part();
    int real = (int) Math.max(0, Math.min(count, part.count() - position));
    part.content().read(part.from() + position, chunk, real);
    Arrays.fill(chunk, real, count, (byte) 0);
  }

  private void writeChunk(BufferedSink sink, byte[] chunk, int count) throws IOException {
    if (reply.isChunked()) {
      sink.writeHexadecimalUnsignedLong(count).writeUtf8("\r\n");
      sink.write(chunk, 0, count).writeUtf8("\r\n");
    } else {
      sink.write(chunk, 0, count);
    }
  }

  private static long nanosFor(long bytes, long bytesPerSecond) {
    return (long) ((double) bytes / bytesPerSecond * TimeUnit.SECONDS.toNanos(1));
  }

  private static void waitUntil(long time) {
    long left;
    while ((left = time - System.nanoTime()) > 0) {
      LockSupport.parkNanos(left);
    }
  }

  private static void untilTheClientLeaves(Socket socket) throws IOException {
    Okio.buffer(socket.getSource()).exhausted();
    socket.cancel();
  }
}
