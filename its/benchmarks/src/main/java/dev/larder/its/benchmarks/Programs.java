package dev.larder.its.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The programs of this machine that a benchmark needs. */
final class Programs {

  /** What the downloads need; each is a package of the same name, {@code aria2c} of aria2. */
  static final List<String> FOR_DOWNLOADS = List.of("nginx", "curl", "openssl", "aria2c");

  /** Where servers lie, which is not on everybody's path. */
  private static final String FOR_ADMINISTRATORS = "/usr/sbin";

  private Programs() {}

  /** Those that are not on this machine. */
  static List<String> missing() {
    return FOR_DOWNLOADS.stream().filter(name -> candidates(name).findAny().isEmpty()).toList();
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
