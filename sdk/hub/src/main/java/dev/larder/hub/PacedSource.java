package dev.larder.hub;

import java.io.IOException;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Source;

/** Ends a body that trickles. Only the time that reading takes counts, not that of the reader. */
final class PacedSource extends ForwardingSource {

  private final CallWait wait;
  private final Pace pace;
  private long bytes;
  private long nanos;

  PacedSource(Source source, CallWait wait, Pace pace) {
    super(source);
    this.wait = wait;
    this.pace = pace;
  }

  @Override
  public long read(Buffer sink, long byteCount) throws IOException {
    long start = System.nanoTime();
    long count = wait.read(delegate(), sink, byteCount);
    nanos += System.nanoTime() - start;
    if (count < 0) {
      return count;
    }
    bytes += count;
    if (!pace.isKept(bytes, nanos)) {
      throw PassingFault.tryAgain(
          "the server sent only %d bytes in %d s".formatted(bytes, pace.window().toSeconds()));
    }
    if (nanos >= pace.window().toNanos()) {
      bytes = 0;
      nanos = 0;
    }
    return count;
  }
}
