package dev.larder.its.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Downloads to a verified file over loopback HTTPS: Larder against curl with openssl and against
 * aria2c.
 */
final class DownloadBenchmark {

  private static final long LARGE = 1L << 30;
  private static final long MIDDLE = 256L << 20;
  private static final long SMALL = 90_000_000;

  private static final String COLD = "Larder, cold";
  private static final String COLD_C1 = "Larder, cold, C1 only";
  private static final String WARM = "Larder, warm";
  private static final String AND_CONSCRYPT = ", Conscrypt";

  private static final String SMALL_HEAP = "-Xmx64m";
  private static final String C1_ONLY = "-XX:TieredStopAtLevel=1";

  private final Workbench bench;
  private final Contestant byHand;
  private final Contestant aria2;

  private DownloadBenchmark(Workbench bench) {
    this.bench = bench;
    this.byHand = ShellContestant.curlThenOpenssl(bench.certificate());
    this.aria2 = ShellContestant.aria2(bench.certificate());
  }

  /**
   * Runs all races.
   *
   * @param arguments the number of rounds, and a folder with 3 GB of room
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    try (Workbench bench = Workbench.open(Integer.parseInt(arguments[0]), Path.of(arguments[1]))) {
      DownloadBenchmark benchmark = new DownloadBenchmark(bench);
      benchmark.small();
      benchmark.limited();
      benchmark.large();
    }
  }

  private void small() throws IOException, InterruptedException {
    bench.run(
        new Race(
            "90 MB",
            bench.serve("small.bin", SMALL),
            List.of(
                byHand,
                cold(COLD, JavaCommand.plain()),
                cold(COLD + AND_CONSCRYPT, JavaCommand.withConscrypt()),
                cold(COLD_C1, JavaCommand.plain(C1_ONLY)),
                cold(COLD_C1 + AND_CONSCRYPT, JavaCommand.withConscrypt(C1_ONLY))),
            List.of(
                new Goal(COLD, byHand.name(), 0.25),
                new Goal(COLD + AND_CONSCRYPT, byHand.name(), 0.25),
                new Goal(COLD_C1, byHand.name(), 0.25),
                new Goal(COLD_C1 + AND_CONSCRYPT, byHand.name(), 0.25))));
  }

  private void limited() throws IOException, InterruptedException {
    bench.run(
        new Race(
            "256 MiB, 50 MB/s a connection",
            bench.serve("middle.bin", MIDDLE).under(bench.server().limited()),
            List.of(
                byHand,
                aria2,
                cold(COLD, JavaCommand.plain(SMALL_HEAP)),
                cold(COLD + AND_CONSCRYPT, JavaCommand.withConscrypt(SMALL_HEAP))),
            List.of(
                new Goal(COLD, byHand.name(), 3.5),
                new Goal(COLD + AND_CONSCRYPT, byHand.name(), 3.5))));
  }

  private void large() throws IOException, InterruptedException {
    ServedFile file = bench.serve("large.bin", LARGE);
    try (Contestant warm = warm(WARM, file, JavaCommand.plain(SMALL_HEAP));
        Contestant warmConscrypt =
            warm(WARM + AND_CONSCRYPT, file, JavaCommand.withConscrypt(SMALL_HEAP))) {
      bench.run(
          new Race(
              "1 GiB, heap of 64 MB",
              file,
              List.of(
                  byHand,
                  aria2,
                  cold(COLD, JavaCommand.plain(SMALL_HEAP)),
                  cold(COLD + AND_CONSCRYPT, JavaCommand.withConscrypt(SMALL_HEAP)),
                  warm,
                  warmConscrypt),
              List.of(
                  new Goal(WARM, byHand.name(), 1.1),
                  new Goal(WARM + AND_CONSCRYPT, byHand.name(), 1.1),
                  new Goal(COLD, byHand.name(), 0.7),
                  new Goal(COLD + AND_CONSCRYPT, byHand.name(), 0.7),
                  new Goal(WARM, aria2.name(), 2),
                  new Goal(WARM + AND_CONSCRYPT, aria2.name(), 2),
                  new Goal(COLD, aria2.name(), 2),
                  new Goal(COLD + AND_CONSCRYPT, aria2.name(), 2))));
    }
  }

  private Contestant cold(String name, JavaCommand java) {
    return new ColdLarder(name, java, bench.certificate());
  }

  private Contestant warm(String name, ServedFile file, JavaCommand java) throws IOException {
    return WarmLarder.start(name, file, java, bench.certificate(), bench.folder());
  }
}
