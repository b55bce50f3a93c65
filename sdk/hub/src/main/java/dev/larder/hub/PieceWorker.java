package dev.larder.hub;

import java.io.IOException;

/** Brings pieces of a file, one after the other. */
final class PieceWorker implements Runnable {

  /** How much is read before it is announced. */
  private static final int SHARE = 64 << 10;

  private final int number;
  private final PieceLine line;
  private final RemoteFile file;
  private final PartReader reader;

  PieceWorker(int number, PieceLine line, RemoteFile file, PartReader reader) {
    this.number = number;
    this.line = line;
    this.file = file;
    this.reader = reader;
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
              while (piece.written().hasRemaining()) {
                read(piece);
              }
              return piece;
            });
  }

  private void read(Piece piece) throws IOException {
    // Alone, it asks for the rest, so that no time passes between two pieces.
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
}
