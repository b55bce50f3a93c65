package dev.larder.testkit;

import dev.larder.api.Generation;
import dev.larder.api.GenerationStream;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** An answer that is known beforehand. */
final class ScriptedStream implements GenerationStream {

  private final Iterator<String> pieces;
  private final Generation result;
  private boolean closed;

  ScriptedStream(List<String> pieces, Generation result) {
    this.pieces = pieces.iterator();
    this.result = result;
  }

  @Override
  public synchronized boolean hasNext() {
    return !closed && pieces.hasNext();
  }

  @Override
  public synchronized String next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return pieces.next();
  }

  @Override
  public synchronized Generation result() {
    if (closed && pieces.hasNext()) {
      throw new IllegalStateException("The generation was closed before it was complete");
    }
    return result;
  }

  @Override
  public synchronized void close() {
    closed = true;
  }
}
