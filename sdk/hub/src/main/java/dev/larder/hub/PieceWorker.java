package dev.larder.hub;

import java.io.IOException;

/** Brings pieces of a file, one after the other, in a thread of its own. */
final class PieceWorker implements Runnable {

  /** How much is read before it is announced. */
  private static final int SHARE = 64 << 10;

  private final int number;
  private final PieceLine line;
  private final RemoteFile file;
  private final PartReader reader;
  private final Thread thread;

  /**
   * @param number among the file's workers, from 0
   */
  PieceWorker(int number, PieceLine line, RemoteFile file, PartReader reader) {
    this.number = number;
    this.line = line;
    this.file = file;
    this.reader = reader;
    this.thread = new Thread(this, "larder-download-" + number);
  }

  PieceWorker start() {
    thread.setDaemon(true);
    thread.start();
    return this;
  }

  boolean isAtWork() {
    return thread.isAlive();
  }

  @Override
  public void run() {
    try (reader) {
      Piece piece;
      while ((piece = line.claim(number)) != null) {
        bring(piece);
      }
    } catch (IOException e) {
      line.fail(e);
    } catch (RuntimeException e) {
      line.fail(e);
    } catch (Error e) {
      line.fail(new IllegalStateException("A thread that downloads has failed", e));
    } catch (InterruptedException e) {
      line.fail(new FinalFault("it was interrupted"));
    }
  }

  private void bring(Piece piece) throws IOException {
    file.retries(piece)
        .persist(
            () -> {
              try {
                readAll(piece);
              } catch (BusyFault e) {
                if (!line.giveBack(piece, number)) {
                  throw e;
                }
              }
              return piece;
            });
  }

  private void readAll(Piece piece) throws IOException {
    while (piece.written().hasRemaining()) {
      readShare(piece);
    }
  }

  private void readShare(Piece piece) throws IOException {
    // Alone, it asks for all the rest, so that no time passes between two pieces.
    long upTo = line.hasOneWorker() ? file.length() : piece.end();
    int share = Math.min(piece.written().position() + SHARE, piece.written().limit());
    try {
      while (piece.written().position() < share) {
        reader.read(piece, upTo);
      }
    } finally {
      line.announce(piece);
    }
  }

  /** Ends what it is at, by another thread. */
  void stop() {
    reader.cancel();
    thread.interrupt();
  }

  /**
   * Waits for its end.
   *
   * @return whether the waiting thread was interrupted meanwhile
   */
  boolean join() {
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
