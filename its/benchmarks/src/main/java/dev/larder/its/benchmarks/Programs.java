package dev.larder.its.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The programs of this machine that a benchmark needs. */
final class Programs {

  private static final List<String> NEEDED = List.of("nginx", "curl", "openssl", "aria2c");

  /** Where servers lie, which is not on everybody's path. */
  private static final String FOR_ADMINISTRATORS = "/usr/sbin";

  private Programs() {}

  /**
   * @throws IllegalStateException if one of them is not on this machine
   */
  static void requireAll() {
    if (!missing().isEmpty()) {
      throw new IllegalStateException("Not on this machine: " + String.join(", ", missing()));
    }
  }

  /** Those that are not on this machine. */
  static List<String> missing() {
    return NEEDED.stream().filter(name -> candidates(name).findAny().isEmpty()).toList();
  }

  static String find(String name) {
    return candidates(name)
        .findFirst()
        .map(Path::toString)
        .orElseThrow(() -> new IllegalStateException(name + " is not on this machine"));
  }

  private static Stream<Path> candidates(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.concat(Stream.of(path.split(":")), Stream.of(FOR_ADMINISTRATORS))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable);
  }
}
