package dev.larder.its.benchmarks;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds a model in a store that was copied: what a JVM takes longer than the next one, to which the
 * model is verified.
 *
 * @param content what the model's file holds
 */
record CopiedStore(String name, Path content, JavaCommand java) implements Contestant {

  @Override
  public Measurement fetch(ServedFile file, Path folder) throws IOException, InterruptedException {
    Path lock = Files.write(folder.resolve("models.lock"), file.lock("benchmark", "random"));
    Path store = folder.resolve("store");
    Path copy = FindingProcess.folder(lock, store).resolve(file.name());
    Files.createDirectories(copy.getParent());
    Files.copy(content, copy);
    try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    double first = secondsOf(lock, store);
    return new Measurement(first - secondsOf(lock, store), 0);
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
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    double seconds = Measurement.since(start, 0).seconds();
    if (exit != 0) {
      throw new IOException("the model is not found: " + exit);
    }
    return seconds;
  }
}
