package dev.larder.llama;

import dev.larder.llama.worker.WorkerMain;
import java.io.IOException;
import java.util.List;

/** The workers of a process, seen from outside. */
final class Workers {

  private Workers() {}

  static List<ProcessHandle> ofThisProcess() {
    return of(ProcessHandle.current());
  }

  static List<ProcessHandle> of(ProcessHandle application) {
    return application
        .children()
        .filter(child -> child.info().commandLine().orElse("").contains(WorkerMain.class.getName()))
        .toList();
  }

  /** The only worker of this process. */
  static ProcessHandle only() {
    List<ProcessHandle> workers = ofThisProcess();
    if (workers.size() != 1) {
      throw new IllegalStateException("there are workers %s".formatted(workers));
    }
    return workers.get(0);
  }

  static void signal(ProcessHandle process, String signal)
      throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
        .inheritIO()
        .start()
        .waitFor();
  }
}
