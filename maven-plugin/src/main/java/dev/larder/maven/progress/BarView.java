package dev.larder.maven.progress;

import dev.larder.core.fetch.FileTransfer;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** One line that is drawn again and again, and leaves nothing behind. */
final class BarView implements ProgressView {

  /** Narrower than the narrowest usual terminal, since a line that wraps cannot be redrawn. */
  private static final int WIDTH = 78;

  private static final int BAR = 20;
  private static final int NAME = 21;

  private final PrintStream terminal;
  private final Consumer<String> lines;
  private int drawn;

  /**
   * @param lines for what is to stay
   */
  BarView(PrintStream terminal, Consumer<String> lines) {
    this.terminal = terminal;
    this.lines = lines;
  }

  @Override
  public Duration interval() {
    return Duration.ofMillis(200);
  }

  @Override
  public void starts(FileTransfer transfer) {}

  @Override
  public void show(List<Snapshot> files) {
    Snapshot all = Snapshot.sum(files);
    StringBuilder line = new StringBuilder(shortened(all.transfer().path())).append(' ');
    if (all.transfer().size() != null) {
      int full = (int) (all.share() * BAR);
      line.append('[').append("=".repeat(full)).append(" ".repeat(BAR - full)).append("] ");
    }
    draw(line.append(all.text()).toString());
  }

  @Override
  public void ends(Snapshot file) {}

  @Override
  public void says(String line) {
    rest();
    lines.accept(line);
  }

  @Override
  public void rest() {
    if (drawn > 0) {
      draw("");
      terminal.print('\r');
      terminal.flush();
    }
  }

  private void draw(String text) {
    String line = text.length() > WIDTH ? text.substring(0, WIDTH) : text;
    terminal.print('\r' + line + " ".repeat(Math.max(0, drawn - line.length())));
    terminal.flush();
    drawn = line.length();
  }

  /** The end of a path says more than its beginning. */
  private static String shortened(String path) {
    return path.length() <= NAME ? path : "..." + path.substring(path.length() - NAME + 3);
  }
}
