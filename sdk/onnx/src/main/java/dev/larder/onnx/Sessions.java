package dev.larder.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of one network. Few runs at once have several threads each. As soon as runs keep
 * most processors busy, threads that help them would only be in the way, so further runs have one
 * thread: in a session of its own, because the number belongs to the session. Both give the same
 * vectors, bit by bit.
 *
 * <p>Safe for use by many threads at once, except while it is closed.
 */
final class Sessions implements AutoCloseable {

  /** Makes a session, if that takes no memory worth mentioning. */
  interface Opener {
    Optional<OrtSession> open();
  }

  private final OrtSession wide;
  private final Opener opener;
  private final int mostWide;
  private final AtomicInteger running;
  private volatile @Nullable OrtSession narrow;

  /**
   * @param wide has several threads a run
   * @param opener of one that has one thread a run; asked once, when it is wanted
   * @param processors how many there are
   */
  Sessions(OrtSession wide, Opener opener, int processors) {
    this(wide, opener, Math.max(1, processors / 2), new AtomicInteger());
  }

  private Sessions(OrtSession wide, Opener opener, int mostWide, AtomicInteger running) {
    this.wide = wide;
    this.opener = opener;
    this.mostWide = mostWide;
    this.running = running;
  }

  /** Sessions of another network: the runs of both are counted together. */
  Sessions beside(OrtSession otherWide, Opener otherOpener) {
    return new Sessions(otherWide, otherOpener, mostWide, running);
  }

  /** One session for everything. */
  static Sessions only(OrtSession session) {
    return new Sessions(session, Optional::empty, Integer.MAX_VALUE);
  }

  /** What is done with a session. */
  interface Run<T> {
    T in(OrtSession session) throws OrtException;
  }

  /** One of them, which says what the network declares. */
  OrtSession first() {
    return wide;
  }

  <T> T run(Run<T> run) throws OrtException {
    boolean few = running.incrementAndGet() <= mostWide;
    try {
      return run.in(few ? wide : narrow());
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
