package dev.larder.its.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The first use of a model that came with the copy of a store, against a digest by hand. */
final class CopyBenchmark {

  private static final long SIZE = 90_000_000;

  /** Nothing is sent: the model is here. */
  private static final URI NOWHERE = URI.create("https://models.example");

  private static final String FIRST_USE = "Larder, the first use of a copy";

  private CopyBenchmark() {}

  /**
   * Runs the race.
   *
   * @param arguments the number of rounds, and a folder with 300 MB of room
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(Path.of(arguments[1]), "benchmark-");
    try {
      ServedFile file = ServedFile.write(folder, NOWHERE, "model.bin", SIZE);
      Path content = folder.resolve(file.name());
      Workbench.run(
          new Race(
              "90 MB in a copied store: a cold JVM that finds it, less one that finds it again",
              file,
              List.of(
                  new OpensslDigest(content),
                  new CopiedStore(FIRST_USE, content, JavaCommand.plain())),
              List.of(new Goal(FIRST_USE, OpensslDigest.NAME, 1 / 1.3))),
          Integer.parseInt(arguments[0]),
          folder);
    } finally {
      FileTree.delete(folder);
    }
  }
}
