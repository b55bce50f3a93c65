package dev.larder.its.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the annotation processor adds to a compilation: whole javac processes over 2,000 classes, in
 * turns.
 */
final class ProcessorBenchmark {

  private static final int CLASSES = 2_000;
  private static final String WITHOUT = "javac -proc:none";
  private static final String WITH = "javac with the processor";

  private ProcessorBenchmark() {}

  /**
   * Runs the race.
   *
   * @param arguments the number of rounds, and a folder with 100 MB of room; the processor and what
   *     it needs are on this JVM's class path
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int rounds = Integer.parseInt(arguments[0]);
    Path folder = Files.createTempDirectory(Path.of(arguments[1]), "benchmark-");
    try {
      Path sources = new SyntheticCode(folder.resolve("src"), CLASSES).write();
      Map<String, List<Measurement>> runs = new LinkedHashMap<>();
      // One round that does not count, for the disk's cache.
      for (int round = 0; round <= rounds; round++) {
        for (String contestant : List.of(WITHOUT, WITH)) {
          Measurement measurement = compile(contestant, sources, folder.resolve("classes"));
          if (round > 0) {
            runs.computeIfAbsent(contestant, name -> new ArrayList<>()).add(measurement);
          }
        }
      }
      Results results = new Results(runs);
      System.out.println(results.table());
      System.out.println(new Goal(WITH, WITHOUT, 1 / 1.03).judge(results));
    } finally {
      FileTree.delete(folder);
    }
  }

  private static Measurement compile(String contestant, Path sources, Path classes)
      throws IOException, InterruptedException {
    String classPath = System.getProperty("java.class.path");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    command.addAll(List.of("-nowarn", "-d", classes.toString(), "-cp", classPath));
    command.addAll(
        contestant.equals(WITHOUT)
            ? List.of("-proc:none")
            : List.of("-processorpath", classPath));
    command.add("@" + sources);
    Files.createDirectories(classes);
    long start = System.nanoTime();
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    Measurement measurement = Measurement.since(start, 0);
    if (exit != 0) {
      throw new IOException(contestant + " failed");
    }
    FileTree.delete(classes);
    return measurement;
  }
}
