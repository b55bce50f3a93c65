package dev.larder.its.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What {@code models:prepare} costs a real Maven build, with and without something to fetch. */
final class BuildBenchmark {

  private static final long SIZE = 90_000_000;

  private static final String C1_ONLY = "-XX:TieredStopAtLevel=1";
  private static final String FETCH = "the fetch within Maven";
  private static final String FETCH_C1 = "the fetch within Maven, C1 only";
  private static final String NOTHING = "mvn with a goal that does nothing";
  private static final String PREPARE = "mvn with models:prepare";

  private BuildBenchmark() {}

  /**
   * Runs all races.
   *
   * @param arguments the number of rounds, a folder with 1 GB of room, the local repository that
   *     has the plugin, and the plugin's version
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    try (Workbench bench = Workbench.open(Integer.parseInt(arguments[0]), Path.of(arguments[1]))) {
      ServedFile file = bench.serve("model.bin", SIZE);
      MavenProject project =
          MavenProject.write(
              bench.folder().resolve("project"),
              file,
              Path.of(arguments[2]),
              arguments[3],
              bench.certificate());
      Contestant byHand = ShellContestant.curlThenOpenssl(bench.certificate());
      bench.run(
          new Race(
              "90 MB in a cold build, the difference to the same build with the file in place",
              file,
              List.of(
                  byHand,
                  new MavenFetch(FETCH, project, ""),
                  new MavenFetch(FETCH_C1, project, C1_ONLY)),
              List.of(
                  new Goal(FETCH, byHand.name(), 0.25), new Goal(FETCH_C1, byHand.name(), 0.25))));
      bench.run(
          new Race(
              "Everything in place",
              file,
              List.of(
                  new MavenGoal(NOTHING, project, MavenProject.NOTHING),
                  new MavenGoal(PREPARE, project, MavenProject.PREPARE)),
              List.of(new Goal(PREPARE, NOTHING, 1 / 1.05))));
    }
  }
}
