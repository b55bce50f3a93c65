package dev.larder.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of one network. Few runs at once have several threads each. As soon as runs keep
 * most processors busy, threads that help them would only be in the way, so further runs have one
 * thread: in a session of its own, because the number belongs to the session. So have runs that are
 * shorter than handing work over. Both give the same vectors, bit by bit.
 *
 * <p>Safe for use by many threads at once, except while it is closed.
 */
final class Sessions implements AutoCloseable {

  /** Makes a session, if that takes no memory worth mentioning. */
  interface Opener {
    Optional<OrtSession> open();
  }

  /** The first runs belong to a start, which shall not open two sessions. */
  private static final int RUNS_OF_A_START = 8;

  private final OrtSession wide;
  private final Opener opener;
  private final int mostWide;
  private final int fewestTokens;
  private final AtomicLong begun = new AtomicLong();
  private final AtomicInteger running = new AtomicInteger();
  private volatile @Nullable OrtSession narrow;

  /**
   * @param wide has several threads a run
   * @param opener of one that has one thread a run; asked once, when it is wanted
   * @param processors how many there are
   * @param fewestTokens a run of fewer is better off with one thread
   */
  Sessions(OrtSession wide, Opener opener, int processors, int fewestTokens) {
    this.wide = wide;
    this.opener = opener;
    this.mostWide = Math.max(1, processors / 2);
    this.fewestTokens = fewestTokens;
  }

  /** One session for everything. */
  static Sessions only(OrtSession session) {
    return new Sessions(session, Optional::empty, Integer.MAX_VALUE, 0);
  }

  /** What is done with a session. */
  interface Run<T> {
    T in(OrtSession session) throws OrtException;
  }

  /** One of them, which says what the network declares. */
  OrtSession first() {
    return wide;
  }

  /**
   * @param tokens how many are run, padding included
   */
  <T> T run(int tokens, Run<T> run) throws OrtException {
    boolean few = running.incrementAndGet() <= mostWide;
    boolean small = begun.getAndIncrement() >= RUNS_OF_A_START && tokens < fewestTokens;
    try {
      return run.in(few && !small ? wide : narrow());
    } finally {
      running.decrementAndGet();
    }
  }

  private OrtSession narrow() {
    OrtSession session = narrow;
    return session == null ? openNarrow() : session;
  }

  private synchronized OrtSession openNarrow() {
    OrtSession session = narrow;
    if (session == null) {
      session = opener.open().orElse(wide);
      narrow = session;
    }
    return session;
  }

  @Override
  public void close() throws OrtException {
    OrtSession other = narrow;
    try {
      if (other != null && !other.equals(wide)) {
        other.close();
      }
    } finally {
      wide.close();
    }
  }
}
