package dev.larder.maven.progress;

import dev.larder.core.fetch.FileTransfer;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Says nothing of downloads; but who waits for another build has to know why nothing happens. */
final class SilentView implements ProgressView {

  private final Consumer<String> lines;

  SilentView(Consumer<String> lines) {
    this.lines = lines;
  }

  @Override
  public Duration interval() {
    return Duration.ofDays(1);
  }

  @Override
  public void starts(FileTransfer transfer) {}

  @Override
  public void show(List<Snapshot> files) {}

  @Override
  public void ends(Snapshot file) {}

  @Override
  public void says(String line) {
    lines.accept(line);
  }

  @Override
  public void rest() {}
}
