package dev.larder.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of a network of which there may be two forms: one for short texts, several of which
 * are run at once, and one for longer texts, which gain nothing by company. Which one a text is run
 * in depends on nothing but its own length.
 *
 * <p>Safe for use by many threads at once, except while it is closed.
 */
final class SessionsByLength implements AutoCloseable {

  /** How many tokens a short text has at most. From probes with MiniLM on two cores. */
  static final int SHORT = 32;

  private final Sessions first;
  private final Optional<Opener> longer;
  private volatile @Nullable Sessions second;

  /** Opens the sessions for longer texts beside those for short ones. */
  interface Opener {
    Sessions open(Sessions first) throws OrtException;
  }

  /**
   * @param first for short texts, or for all
   * @param longer asked once, when it is wanted; nothing where there is only one form
   */
  SessionsByLength(Sessions first, Optional<Opener> longer) {
    this.first = first;
    this.longer = longer;
  }

  /** One form for all texts. */
  static SessionsByLength only(Sessions sessions) {
    return new SessionsByLength(sessions, Optional.empty());
  }

  boolean hasFormForShortTexts() {
    return longer.isPresent();
  }

  /** One of them, which says what the network declares. */
  OrtSession first() {
    return first.first();
  }

  /**
   * @param length how many tokens the texts have
   */
  <T> T run(int length, Sessions.Run<T> run) throws OrtException {
    return (length > SHORT && longer.isPresent() ? second(longer.get()) : first).run(run);
  }

  private Sessions second(Opener opener) throws OrtException {
    Sessions sessions = second;
    return sessions == null ? openSecond(opener) : sessions;
  }

  private synchronized Sessions openSecond(Opener opener) throws OrtException {
    Sessions sessions = second;
    if (sessions == null) {
      sessions = opener.open(first);
      second = sessions;
    }
    return sessions;
  }

  @Override
  public void close() throws OrtException {
    Sessions other = second;
    try {
      if (other != null) {
        other.close();
      }
    } finally {
      first.close();
    }
  }
}
