package dev.larder.maven.progress;

import dev.larder.core.fetch.FileTransfer;
import java.time.Duration;
import java.util.List;

/** One way of telling. Called by one thread at a time. */
interface ProgressView {

  /** How often {@link #show} is to be called. */
  Duration interval();

  void starts(FileTransfer transfer);

  /** How far all running files are; at least one. */
  void show(List<Snapshot> files);

  void ends(Snapshot file);

  /** Shows a line that is to stay. */
  void says(String line);

  /** Nothing runs any more. */
  void rest();
}
