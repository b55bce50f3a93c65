package dev.larder.its.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds a model in a store that was copied: what a JVM takes longer than the next one, to which the
 * model is verified.
 *
 * @param model the model's file
 */
record CopiedStore(String name, Path model, JavaCommand java) implements Contestant {

  @Override
  public Measurement fetch(ServedFile file, Path folder) throws IOException, InterruptedException {
    Path lock = Files.write(folder.resolve("models.lock"), file.lock("benchmark", "random"));
    Path original = folder.resolve("original");
    Path content = FindingProcess.folder(lock, original).resolve(file.name());
    Files.createDirectories(content.getParent());
    Files.copy(model, content);
    secondsOf(lock, original);
    Path copy = folder.resolve("copy");
    run(List.of("cp", "-a", original.toString(), copy.toString()));
    run(List.of("sync"));
    double first = secondsOf(lock, copy);
    return new Measurement(first - secondsOf(lock, copy), 0);
  }

  private double secondsOf(Path lock, Path store) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(java.options());
    command.addAll(
        List.of(
            "-classpath",
            java.classPath(),
            FindingProcess.class.getName(),
            lock.toString(),
            store.toString()));
    long start = System.nanoTime();
    run(command);
    return Measurement.since(start, 0).seconds();
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new IOException(command + " fails: " + exit);
    }
  }
}
