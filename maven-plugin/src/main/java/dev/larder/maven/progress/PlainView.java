package dev.larder.maven.progress;

import dev.larder.core.fetch.FileTransfer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A line when a file starts, one every ten seconds, one when it is here. */
final class PlainView implements ProgressView {

  private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Consumer<String> lines;

  PlainView(Consumer<String> lines) {
    this.lines = lines;
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(10);
  }

  @Override
  public void starts(FileTransfer transfer) {
    StringBuilder line = new StringBuilder("Fetching ").append(name(transfer));
    Long size = transfer.size();
    if (size != null) {
      line.append(", ").append(Amounts.bytes(size));
    }
    if (transfer.resumedFrom() > 0) {
      line.append(", from ").append(Amounts.bytes(transfer.resumedFrom())).append(" on");
    }
    lines.accept(line.toString());
  }

  @Override
  public void show(List<Snapshot> files) {
    files.forEach(file -> lines.accept(name(file.transfer()) + ": " + file.text()));
  }

  @Override
  public void ends(Snapshot file) {
    lines.accept(
        "%s: complete, %s in %s"
            .formatted(
                name(file.transfer()),
                Amounts.bytes(file.bytes()),
                Amounts.seconds(file.nanos() / NANOS)));
  }

  @Override
  public void says(String line) {
    lines.accept(line);
  }

  @Override
  public void rest() {}

  private static String name(FileTransfer transfer) {
    return transfer.model() + " " + transfer.path();
  }
}
