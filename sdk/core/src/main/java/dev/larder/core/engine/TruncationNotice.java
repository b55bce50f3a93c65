package dev.larder.core.engine;

import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Warns once for an engine that texts are cut: the results say it of every text. Safe for use by
 * many threads at once.
 */
public final class TruncationNotice {

  private final String label;
  private final int maxTokens;
  private final AtomicBoolean told = new AtomicBoolean();

  public TruncationNotice(InstalledModel model) {
    this.label = model.label();
    this.maxTokens = model.variant().maxTokens();
  }

  /**
   * Tells it of a text.
   *
   * @param truncated how many of its tokens were cut off; 0 for none
   */
  public void tell(int truncated) {
    if (truncated > 0 && told.compareAndSet(false, true)) {
      // Not earlier: most engines never need a logger, and the first one costs a start some time.
      System.getLogger(TruncationNotice.class.getName())
          .log(
              Level.WARNING,
              "{0} reads {1} tokens; a text with {2} more was cut at its end. It is not said"
                  + " again; truncatedTokens() tells of every text.",
              label,
              String.valueOf(maxTokens),
              String.valueOf(truncated));
    }
  }
}
