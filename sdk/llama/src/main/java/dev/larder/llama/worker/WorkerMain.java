package dev.larder.llama.worker;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** A process that runs one model for the process that started it, and ends with it. */
public final class WorkerMain {

  private WorkerMain() {}

  /**
   * Serves standard input until its end.
   *
   * @param arguments the folder for the native library
   */
  public static void main(String[] arguments) throws IOException {
    OutputStream answers = new FileOutputStream(FileDescriptor.out);
    // Whatever a library prints must not get between the answers.
    System.setOut(System.err);
    // Someone else may hold the other end of the input, so its end is not waited for alone.
    ProcessHandle.current().parent().ifPresent(WorkerMain::endWith);
    try {
      Worker.serve(System.in, answers, Path.of(arguments[0]));
    } finally {
      end();
    }
  }

  private static void endWith(ProcessHandle parent) {
    Thread watch =
        new Thread(
            () -> {
              parent.onExit().join();
              end();
            },
            "larder-llama-parent");
    watch.setDaemon(true);
    watch.start();
  }

  /** By force: llama.cpp leaves a thread that keeps the JVM from ending. */
  private static void end() {
    Runtime.getRuntime().halt(0);
  }
}
