package dev.larder.onnx;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once for an engine that texts are cut: the results say it of every text. */
final class TruncationNotice {

  private static final Logger LOG = LoggerFactory.getLogger(TruncationNotice.class);

  private final String label;
  private final int maxTokens;
  private final AtomicBoolean told = new AtomicBoolean();

  /**
   * @param label the model and variant
   * @param maxTokens how many tokens it reads
   */
  TruncationNotice(String label, int maxTokens) {
    this.label = label;
    this.maxTokens = maxTokens;
  }

  /**
   * @param truncated how many tokens of a text were cut off; 0 for none
   */
  void tell(int truncated) {
    if (truncated > 0 && told.compareAndSet(false, true)) {
      LOG.warn(
          "{} reads {} tokens; a text with {} more was cut at its end. It is not said again;"
              + " truncatedTokens() tells of every text.",
          label,
          maxTokens,
          truncated);
    }
  }
}
