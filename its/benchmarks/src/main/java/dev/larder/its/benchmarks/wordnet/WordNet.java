package dev.larder.its.benchmarks.wordnet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The dictionary, in the order of its files.
 *
 * @param synsets all of it
 */
public record WordNet(List<Synset> synsets) {

  private static final List<String> FILES =
      List.of("data.noun", "data.verb", "data.adj", "data.adv");

  /** What the lines of the licence at a file's beginning begin with. */
  private static final String LICENCE = "  ";

  public WordNet {
    synsets = List.copyOf(synsets);
  }

  /**
   * Reads it.
   *
   * @param folder where its files lie
   * @throws IllegalStateException if one of them does not; says how to get it
   */
  public static WordNet in(Path folder) throws IOException {
    List<Synset> synsets = List.of();
    for (String name : FILES) {
      Path file = folder.resolve(name);
      if (!Files.isRegularFile(file)) {
        throw new IllegalStateException(
            ("%s is not there. WordNet is in Debian's package wordnet-base (apt-get install"
                    + " wordnet-base); -Dbenchmark.wordnet=FOLDER names another folder than %s")
                .formatted(file, folder));
      }
      try (Stream<String> lines = Files.lines(file)) {
        synsets =
            Stream.concat(
                    synsets.stream(),
                    lines.filter(line -> !line.startsWith(LICENCE)).map(Synset::parse))
                .toList();
      }
    }
    return new WordNet(synsets);
  }
}
