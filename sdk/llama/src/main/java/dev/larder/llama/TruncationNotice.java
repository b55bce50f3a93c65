package dev.larder.llama;

import dev.larder.core.engine.InstalledModel;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once for an engine that texts are cut: the results say it of every text. */
final class TruncationNotice {

  private static final Logger LOG = LoggerFactory.getLogger(TruncationNotice.class);

  private final InstalledModel model;
  private final AtomicBoolean told = new AtomicBoolean();

  TruncationNotice(InstalledModel model) {
    this.model = model;
  }

  /** Tells it of a text from which tokens were cut off. */
  void tell(int truncated) {
    if (truncated > 0 && told.compareAndSet(false, true)) {
      LOG.warn(
          "{} reads {} tokens, and cuts off the rest of a text: {} tokens this time. Later times"
              + " are not logged; truncatedTokens() of each result has them.",
          model.label(),
          model.variant().maxTokens(),
          truncated);
    }
  }
}
