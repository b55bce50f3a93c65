package dev.larder.maven.progress;

import dev.larder.api.ModelException;
import dev.larder.core.fetch.FileTransfer;
import dev.larder.core.fetch.TransferListener;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Keeps count of the files on their way, and has a view show them at regular times. */
public final class Progress implements TransferListener, AutoCloseable {

  private final ProgressView view;
  private final TermsNotice terms;
  private final LongSupplier nanoTime;
  private final Map<FileTransfer, RunningFile> running = new ConcurrentHashMap<>();
  private @Nullable ScheduledExecutorService timer;

  Progress(ProgressView view, TermsNotice terms, LongSupplier nanoTime) {
    this.view = view;
    this.terms = terms;
    this.nanoTime = nanoTime;
  }

  /** However little a person wants to hear of downloads: terms are another matter. */
  @Override
  public synchronized void announces(String model, String licence) {
    view.rest();
    terms.show(model, licence);
  }

  @Override
  public synchronized void starts(FileTransfer transfer) {
    running.put(transfer, new RunningFile(transfer, nanoTime.getAsLong()));
    view.starts(transfer);
    if (timer == null) {
      timer = Executors.newSingleThreadScheduledExecutor(Progress::daemon);
      long interval = view.interval().toMillis();
      Objects.requireNonNull(
          timer.scheduleAtFixedRate(this::show, interval, interval, TimeUnit.MILLISECONDS));
    }
  }

  @Override
  public void receives(FileTransfer transfer, long bytes) {
    RunningFile file = running.get(transfer);
    if (file != null) {
      file.receives(bytes);
    }
  }

  @Override
  public synchronized void ends(FileTransfer transfer) {
    RunningFile file = running.remove(transfer);
    if (file != null) {
      view.ends(file.look(nanoTime.getAsLong()));
    }
  }

  @Override
  public synchronized void fails(FileTransfer transfer) {
    running.remove(transfer);
  }

  /** However little a person wants to hear of downloads: something is wrong. */
  @Override
  public synchronized void failsOver(String model, String place, ModelException reason) {
    view.says(
        "%s does not give %s, and another place is asked. %s"
            .formatted(place, model, reason.sentence()));
  }

  @Override
  public synchronized void waits(String model, String holder) {
    view.says("Waiting for %s, which is being fetched by %s".formatted(model, holder));
  }

  synchronized void show() {
    if (!running.isEmpty()) {
      long now = nanoTime.getAsLong();
      view.show(running.values().stream().map(file -> file.look(now)).toList());
    }
  }

  @Override
  public synchronized void close() {
    if (timer != null) {
      timer.shutdownNow();
    }
    running.clear();
    view.rest();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "larder-progress");
    thread.setDaemon(true);
    return thread;
  }
}
