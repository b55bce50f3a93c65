package dev.larder.its.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One file, fetched by several contestants in turn, so that whatever else the machine does weighs
 * on all of them alike.
 */
record Race(String title, ServedFile file, List<Contestant> contestants, List<Goal> goals) {

  Race {
    contestants = List.copyOf(contestants);
    goals = List.copyOf(goals);
  }

  /** One round that does not count, for caches and compilers, then so many that do. */
  Results run(int rounds, Path folder) throws IOException, InterruptedException {
    Map<String, List<Measurement>> runs = new LinkedHashMap<>();
    for (int round = 0; round <= rounds; round++) {
      for (Contestant contestant : contestants) {
        writeBack();
        Path own = Files.createDirectories(folder.resolve("run"));
        Measurement measurement = contestant.fetch(file, own);
        FileTree.delete(own);
        if (round > 0) {
          runs.computeIfAbsent(contestant.name(), name -> new ArrayList<>()).add(measurement);
        }
      }
    }
    return new Results(runs);
  }

  /** Or the disk would still be busy with what the contestant before has written. */
  private static void writeBack() throws IOException, InterruptedException {
    new ProcessBuilder("sync").start().waitFor();
  }
}
