package dev.larder.api;

import java.util.Iterator;

/**
 * An answer that is being written, piece by piece. For one thread at a time, except for {@link
 * #close()}.
 *
 * <p>{@link #hasNext()} waits for the next piece, and {@link #next()} hands it out. Both throw
 * {@link EngineException} where native code fails meanwhile, and {@link InterruptedCallException}
 * where the thread is interrupted before or while it waits; the generation goes on then until the
 * stream is closed.
 */
public interface GenerationStream extends Iterator<String>, AutoCloseable {

  /**
   * The whole answer, pieces that were handed out included; waits for those that were not.
   *
   * @throws IllegalStateException if the stream was closed before the answer was complete
   */
  Generation result();

  /**
   * Ends the generation where it is not complete, within a token; there are no further pieces then.
   * Idempotent.
   */
  @Override
  void close();
}
