package dev.larder.llama.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;

/**
 * What a process complains of before it is told anything: that its options are wrong, for instance.
 * Later complaints are read, so that it is not held up, but not kept: they might quote a text.
 */
final class FirstWords {

  private static final int MOST = 2_000;

  private final StringBuilder words = new StringBuilder();
  private boolean forgetting;

  private FirstWords() {}

  static FirstWords of(InputStream errors) {
    FirstWords words = new FirstWords();
    Thread thread = new Thread(() -> words.read(errors), "larder-llama-errors");
    thread.setDaemon(true);
    thread.start();
    return words;
  }

  private void read(InputStream errors) {
    byte[] buffer = new byte[1024];
    try (errors) {
      for (int read = errors.read(buffer); read >= 0; read = errors.read(buffer)) {
        keep(new String(buffer, 0, read, UTF_8));
      }
    } catch (IOException e) {
      // The process has ended; what it said is known.
    }
  }

  private synchronized void keep(String text) {
    if (!forgetting && words.length() < MOST) {
      words.append(text);
    }
  }

  synchronized void forget() {
    forgetting = true;
    words.setLength(0);
  }

  /** Them in quotation marks behind a colon; empty where there are none. */
  synchronized String quoted() {
    String text = words.toString().strip();
    return text.isEmpty() ? "" : ": \"" + text + "\"";
  }
}
