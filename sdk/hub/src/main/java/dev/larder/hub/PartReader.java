package dev.larder.hub;

import java.io.IOException;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Reads a file from wherever it is wanted, by one connection at a time. Used by one thread. */
final class PartReader implements AutoCloseable {

  private final RemoteFile file;
  private final CurrentCall current = new CurrentCall();
  private @Nullable Answer answer;
  private @Nullable BufferedSource body;
  private long position;
  private long end;

  PartReader(RemoteFile file) {
    this.file = file;
  }

  /**
   * Goes on with an answer that has come already.
   *
   * @param from the position of its first byte; it goes to the file's end
   */
  void goOnWith(Answer begun, BufferedSource bytes, long from) {
    current.is(begun.call());
    answer = begun;
    body = bytes;
    position = from;
    end = file.length();
  }

  /**
   * Reads some bytes of a piece, at least one.
   *
   * @param askUpTo how far to ask, if it has to be asked
   */
  void read(Piece piece, long askUpTo) throws IOException {
    try {
      int count = at(piece.next(), askUpTo).read(piece.written());
      if (count < 0) {
        throw PassingFault.tryAgain(
            "the server ended %d bytes before it should".formatted(end - position));
      }
      position += count;
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private BufferedSource at(long wanted, long askUpTo) throws IOException {
    BufferedSource open = body;
    if (open == null || position != wanted || position == end) {
      close();
      answer = file.part(wanted, askUpTo, current);
      position = wanted;
      end = askUpTo;
      open = answer.body();
      body = open;
    }
    return open;
  }

  /** Ends what it is at; called by another thread. */
  void cancel() {
    current.cancel();
  }

  @Override
  public void close() {
    if (answer != null) {
      if (position == end) {
        answer.close();
      } else {
        answer.abandon();
      }
    }
    answer = null;
    body = null;
  }
}
