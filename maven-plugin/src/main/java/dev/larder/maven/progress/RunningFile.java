package dev.larder.maven.progress;

import dev.larder.core.fetch.FileTransfer;

/** A file on its way: counted by the thread that fetches it, looked at by another. */
final class RunningFile {

  private final FileTransfer transfer;
  private final long started;
  private final Meter meter = new Meter();
  private volatile long bytes;

  RunningFile(FileTransfer transfer, long now) {
    this.transfer = transfer;
    this.started = now;
    this.bytes = transfer.resumedFrom();
    meter.add(now, bytes);
  }

  void receives(long bytesNow) {
    bytes = bytesNow;
  }

  /** How far it is. */
  Snapshot look(long now) {
    long bytesNow = bytes;
    meter.add(now, bytesNow);
    return new Snapshot(transfer, bytesNow, meter.speed(), now - started);
  }
}
