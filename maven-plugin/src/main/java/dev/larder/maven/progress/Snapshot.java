package dev.larder.maven.progress;

import dev.larder.core.fetch.FileTransfer;
import java.util.List;
import java.util.Objects;

/**
 * How far a file is.
 *
 * @param transfer which file
 * @param bytes how many bytes of it are here
 * @param speed in bytes a second, of the last seconds
 * @param nanos for how long it has been coming
 */
record Snapshot(FileTransfer transfer, long bytes, double speed, long nanos) {

  /** Several files as if they were one; its size is known where every file's is. */
  static Snapshot sum(List<Snapshot> files) {
    boolean sized = files.stream().allMatch(file -> file.transfer.size() != null);
    Long size =
        sized
            ? files.stream()
                .map(file -> file.transfer.size())
                .mapToLong(Objects::requireNonNull)
                .sum()
            : null;
    String name =
        files.size() == 1 ? files.get(0).transfer.path() : "%d files".formatted(files.size());
    return new Snapshot(
        new FileTransfer("", name, size, 0),
        files.stream().mapToLong(Snapshot::bytes).sum(),
        files.stream().mapToDouble(Snapshot::speed).sum(),
        files.stream().mapToLong(Snapshot::nanos).max().orElse(0));
  }

  /** From 0 to 1; 0 where the size is not known. */
  double share() {
    Long size = transfer.size();
    return size == null || size == 0 ? 0 : Math.min(1, (double) bytes / size);
  }

  /** Bytes, total, speed and remaining time, as far as they are known. */
  String text() {
    StringBuilder text = new StringBuilder();
    Long size = transfer.size();
    if (size == null) {
      text.append(Amounts.bytes(bytes));
    } else {
      text.append((int) (share() * 100)).append("% of ").append(Amounts.bytes(size));
    }
    if (speed >= 1) {
      text.append(", ").append(Amounts.speed(speed));
      if (size != null) {
        text.append(", ").append(Amounts.seconds((size - bytes) / speed)).append(" left");
      }
    } else {
      text.append(bytes == 0 ? ", waiting for the server" : ", nothing arrives");
    }
    return text.toString();
  }
}
