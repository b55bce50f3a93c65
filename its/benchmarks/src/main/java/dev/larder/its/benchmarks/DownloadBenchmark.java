package dev.larder.its.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Downloads to a verified file over loopback HTTPS: Larder against curl with openssl and against
 * aria2c.
 */
final class DownloadBenchmark {

  private static final long LARGE = 1L << 30;
  private static final long MIDDLE = 256L << 20;
  private static final long SMALL = 90_000_000;
  private static final long LIMIT = 50_000_000;

  private static final String COLD = "Larder, cold";
  private static final String COLD_C1 = "Larder, cold, C1 only";
  private static final String WARM = "Larder, warm";

  private static final List<String> SMALL_HEAP = List.of("-Xmx64m");
  private static final List<String> C1_ONLY = List.of("-XX:TieredStopAtLevel=1");

  private final Path folder;
  private final Certificate certificate;
  private final FileServer server;
  private final Contestant byHand;
  private final Contestant aria2;

  private DownloadBenchmark(Path folder, Certificate certificate, FileServer server) {
    this.folder = folder;
    this.certificate = certificate;
    this.server = server;
    this.byHand = ShellContestant.curlThenOpenssl(certificate);
    this.aria2 = ShellContestant.aria2(certificate);
  }

  /**
   * Runs all races.
   *
   * @param arguments the number of rounds, and a folder with 3 GB of room
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> missing = Programs.missing();
    if (!missing.isEmpty()) {
      System.out.println("Not on this machine: " + String.join(", ", missing));
      return;
    }
    int rounds = Integer.parseInt(arguments[0]);
    Path folder = Files.createTempDirectory(Path.of(arguments[1]), "downloads-");
    try {
      Certificate certificate = Certificate.write(folder);
      try (FileServer server = FileServer.start(folder, certificate, LIMIT)) {
        new DownloadBenchmark(folder, certificate, server).run(rounds);
      }
    } finally {
      FileTree.delete(folder);
    }
  }

  private void run(int rounds) throws IOException, InterruptedException {
    ServedFile small = write("small.bin", SMALL);
    race(
        rounds,
        new Race(
            "90 MB, as in a cold build",
            small,
            List.of(
                byHand,
                new ColdLarder(COLD, List.of(), certificate),
                new ColdLarder(COLD_C1, C1_ONLY, certificate)),
            List.of(new Goal(COLD, byHand.name(), 0.25), new Goal(COLD_C1, byHand.name(), 0.25))));
    ServedFile middle = write("middle.bin", MIDDLE).under(server.limited());
    race(
        rounds,
        new Race(
            "256 MiB, 50 MB/s a connection",
            middle,
            List.of(byHand, aria2, new ColdLarder(COLD, SMALL_HEAP, certificate)),
            List.of(new Goal(COLD, byHand.name(), 3.5))));
    ServedFile large = write("large.bin", LARGE);
    try (Contestant warm = WarmLarder.start(WARM, large, SMALL_HEAP, certificate, folder)) {
      race(
          rounds,
          new Race(
              "1 GiB, heap of 64 MB",
              large,
              List.of(byHand, aria2, new ColdLarder(COLD, SMALL_HEAP, certificate), warm),
              List.of(
                  new Goal(WARM, byHand.name(), 1.1),
                  new Goal(COLD, byHand.name(), 0.7),
                  new Goal(COLD, aria2.name(), 2))));
    }
  }

  private ServedFile write(String name, long size) throws IOException {
    return ServedFile.write(server.root(), server.fast(), name, size);
  }

  private void race(int rounds, Race race) throws IOException, InterruptedException {
    System.out.printf("%n%s; %s%n%n", race.title(), circumstances());
    Results results = race.run(rounds, folder);
    System.out.println(results.table());
    race.goals().forEach(goal -> System.out.println(goal.judge(results)));
    System.out.println("Load at the end: " + load());
  }

  private static String circumstances() {
    return "%s, %d cores, Java %s, load %s"
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            Runtime.getRuntime().availableProcessors(),
            Runtime.version().feature(),
            load());
  }

  private static String load() {
    return "%.1f".formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
