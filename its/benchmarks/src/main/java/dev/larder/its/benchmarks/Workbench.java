package dev.larder.its.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What every benchmark needs: a server, a folder that is gone afterwards, and the number of rounds.
 */
record Workbench(int rounds, Path folder, Certificate certificate, FileServer server)
    implements AutoCloseable {

  /** What a limited connection gets, in bytes a second. */
  private static final long LIMIT = 50_000_000;

  /**
   * Starts the server.
   *
   * @param in a folder with room for twice the largest file
   * @throws IllegalStateException if a program is missing on this machine
   */
  static Workbench open(int rounds, Path in) throws IOException, InterruptedException {
    Programs.requireAll();
    Path folder = Files.createTempDirectory(in, "benchmark-");
    Certificate certificate = Certificate.write(folder);
    return new Workbench(rounds, folder, certificate, FileServer.start(folder, certificate, LIMIT));
  }

  /** Puts so many bytes onto the server. */
  ServedFile serve(String name, long size) throws IOException {
    return ServedFile.write(server.root(), server.fast(), name, size);
  }

  /** Runs a race, and prints what came of it. */
  void run(Race race) throws IOException, InterruptedException {
    run(race, rounds, folder);
  }

  /** Runs a race that needs no server. */
  static void run(Race race, int rounds, Path folder) throws IOException, InterruptedException {
    System.out.printf(
        "%n%s; %s, %d cores, Java %s, load %s%n%n",
        race.title(),
        LocalDate.now(ZoneOffset.UTC),
        Runtime.getRuntime().availableProcessors(),
        Runtime.version().feature(),
        load());
    Results results = race.run(rounds, folder);
    System.out.println(results.table());
    race.goals().forEach(goal -> System.out.println(goal.judge(results)));
    System.out.println("Load at the end: " + load());
  }

  private static String load() {
    return "%.1f".formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  @Override
  public void close() throws IOException {
    server.close();
    FileTree.delete(folder);
  }
}
