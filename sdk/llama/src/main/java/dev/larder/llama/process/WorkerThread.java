package dev.larder.llama.process;

import dev.larder.llama.worker.Worker;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.file.Path;

/**
 * A worker within the application's own process, for systems where no other can be started. Native
 * faults end the application then, and a model's memory is given back only when it ends: closing
 * models while java-llama.cpp's own thread uses them is such a fault.
 */
final class WorkerThread implements WorkerLink {

  private final Pipe requests = Pipe.open();
  private final Pipe answers = Pipe.open();
  private volatile String end = "ended";

  private WorkerThread() throws IOException {}

  static WorkerThread start(Path natives) throws IOException {
    WorkerThread worker = new WorkerThread();
    Thread thread = new Thread(() -> worker.serve(natives), "larder-llama-worker");
    thread.setDaemon(true);
    thread.start();
    return worker;
  }

  private void serve(Path natives) {
    try (OutputStream out = Channels.newOutputStream(answers.sink())) {
      Worker.serve(Channels.newInputStream(requests.source()), out, natives);
    } catch (IOException e) {
      end = "broke off: " + e.getMessage();
    }
  }

  @Override
  public OutputStream requests() {
    return Channels.newOutputStream(requests.sink());
  }

  @Override
  public InputStream answers() {
    return Channels.newInputStream(answers.source());
  }

  @Override
  public void opened() {}

  @Override
  public String obituary() {
    return end;
  }

  @Override
  public void close() {
    try {
      requests.sink().close();
    } catch (IOException e) {
      throw new UncheckedIOException("a pipe within the process cannot be closed", e);
    }
  }
}
