package dev.larder.onnx;

import dev.larder.api.Overlong;
import dev.larder.api.OverlongTextException;
import dev.larder.core.engine.TextWindow;
import java.util.List;
import java.util.function.Supplier;

/**
 * Decides what of a text a model reads.
 *
 * @param label the model and variant, for messages
 * @param maxTokens how many tokens it reads at once
 * @param overlong what becomes of a text that has more
 * @param prefix what every text begins with, as tokens; asked for only where a text is split
 */
record TextReader(String label, int maxTokens, Overlong overlong, Supplier<Tokens> prefix) {

  /**
   * @param index the text's position in the request
   * @throws OverlongTextException if it is too long and may neither be cut nor split
   */
  Reading read(int index, Tokens text) {
    if (text.length() <= maxTokens) {
      return Reading.atOnce(text, 0);
    }
    return switch (overlong) {
      case TRUNCATE -> Reading.atOnce(text.cutTo(maxTokens), text.length() - maxTokens);
      case CHUNK -> inWindows(index, text);
      case FAIL -> throw tooLong(index, text);
    };
  }

  private Reading inWindows(int index, Tokens text) {
    int head = head(text);
    int frame = head + text.closing();
    if (frame >= maxTokens) {
      throw tooLong(index, text);
    }
    List<TextWindow> windows = TextWindow.of(text.length() - frame, maxTokens - frame);
    List<Tokens> parts = windows.stream().map(window -> text.window(head, window)).toList();
    return new Reading(parts, windows, text.length(), 0);
  }

  /**
   * How many tokens the text shares with its prefix alone. The prefix's last one may be another
   * where a tokenizer joins it with what follows.
   */
  private int head(Tokens text) {
    Tokens alone = prefix.get();
    int most = Math.min(alone.length(), text.length()) - alone.closing();
    int head = 0;
    while (head < most && alone.ids()[head] == text.ids()[head]) {
      head++;
    }
    return head;
  }

  private OverlongTextException tooLong(int index, Tokens text) {
    return new OverlongTextException(label, index, text.length(), maxTokens);
  }
}
