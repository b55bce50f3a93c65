package dev.larder.maven.progress;

import dev.larder.core.fetch.FileTransfer;
import java.time.Duration;
import java.util.List;

/** Says nothing. */
final class SilentView implements ProgressView {

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
  public void waits(String model, String holder) {}

  @Override
  public void rest() {}
}
