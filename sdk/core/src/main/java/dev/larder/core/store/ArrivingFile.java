package dev.larder.core.store;

import dev.larder.core.fetch.FileSink;
import dev.larder.core.fetch.FileTransfer;
import java.nio.ByteBuffer;
import java.util.concurrent.CancellationException;

/** A partial whose growth is told to a listener, and which stops growing when it is cancelled. */
final class ArrivingFile implements FileSink {

  private final Arrival arrival;
  private final PartialFile partial;
  private final FileTransfer transfer;

  ArrivingFile(Arrival arrival, PartialFile partial) {
    this.arrival = arrival;
    this.partial = partial;
    this.transfer =
        new FileTransfer(
            arrival.model().label(), arrival.file().path(), arrival.file().size(), partial.size());
    arrival.listener().starts(transfer);
  }

  @Override
  public long size() {
    return partial.size();
  }

  @Override
  public long kept() {
    // Without a digest, the next run cannot know which file it has the beginning of.
    return arrival.file().sha256() == null ? 0 : partial.kept();
  }

  @Override
  public boolean has(long position, ByteBuffer bytes) {
    return partial.has(position, bytes);
  }

  @Override
  public void append(ByteBuffer bytes) {
    if (arrival.run().isCancelled()) {
      throw new CancellationException("Another file failed");
    }
    partial.append(bytes);
    arrival.listener().receives(transfer, partial.size());
  }

  @Override
  public void restart() {
    partial.restart();
    arrival.listener().receives(transfer, 0);
  }

  /** Says that the file is verified. */
  void succeed() {
    arrival.listener().ends(transfer);
  }

  /** Says that the file will not come. */
  void fail() {
    arrival.listener().fails(transfer);
  }
}
