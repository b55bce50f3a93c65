package dev.larder.llama.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A worker in a process of its own. */
final class WorkerProcess implements WorkerLink {

  private static final int END_SECONDS = 2;

  /** The shells' convention for a process that a signal ended, which Java follows. */
  private static final int SIGNAL_BASE = 128;

  private static final Map<Integer, String> SIGNALS =
      Map.of(4, "SIGILL", 6, "SIGABRT", 7, "SIGBUS", 8, "SIGFPE", 9, "SIGKILL", 11, "SIGSEGV");

  private final Process process;
  private final FirstWords firstWords;

  private WorkerProcess(Process process) {
    this.process = process;
    this.firstWords = FirstWords.of(process.getErrorStream());
  }

  /**
   * Starts one.
   *
   * @param natives where the native library is kept, or will be
   * @throws IOException if the process cannot be started
   */
  static WorkerProcess start(JavaLauncher java, Path natives) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(java.command(natives));
    JavaLauncher.FOREIGN_OPTIONS.forEach(builder.environment()::remove);
    // OpenMP's threads wait for each other by spinning: on a processor that has other things to do,
    // too, that takes a hundred times as long as the work.
    builder.environment().putIfAbsent("OMP_WAIT_POLICY", "passive");
    // A debugger that ggml finds would be let loose on the worker, and write down what it sees.
    builder.environment().put("GGML_NO_BACKTRACE", "1");
    return new WorkerProcess(builder.start());
  }

  @Override
  public OutputStream requests() {
    return process.getOutputStream();
  }

  @Override
  public InputStream answers() {
    return process.getInputStream();
  }

  @Override
  public void opened() {
    firstWords.forget();
  }

  @Override
  public String obituary() {
    if (!hasEnded()) {
      return "stopped answering";
    }
    int status = process.exitValue();
    int signal = status - SIGNAL_BASE;
    String end =
        signal > 0
            ? "was ended by signal %d%s".formatted(signal, name(signal))
            : "ended with status %d".formatted(status);
    return end + firstWords.quoted();
  }

  private static String name(int signal) {
    return SIGNALS.containsKey(signal) ? " (" + SIGNALS.get(signal) + ")" : "";
  }

  /**
   * Waits a moment, interrupted or not: who closes an engine may count on its worker being gone.
   */
  private boolean hasEnded() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(END_SECONDS);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    // It has nothing to put in order, and may be in the middle of something long.
    process.destroyForcibly();
    hasEnded();
  }
}
