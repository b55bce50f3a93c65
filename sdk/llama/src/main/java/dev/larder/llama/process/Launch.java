package dev.larder.llama.process;

import java.io.IOException;
import java.nio.file.Path;

/** Starts workers. */
@FunctionalInterface
interface Launch {

  /**
   * Starts one.
   *
   * @throws IOException if it cannot be started
   */
  WorkerLink start() throws IOException;

  /** As the application wants them. */
  static Launch of(WorkerSettings settings) {
    Natives natives = new Natives();
    return () -> {
      Path folder = natives.folder();
      return settings.inProcess()
          ? WorkerThread.start(folder)
          : WorkerProcess.start(JavaLauncher.ofThisJvm(folder), folder);
    };
  }
}
