package dev.larder.maven.migration;

import dev.larder.core.archive.FileDigests;
import dev.larder.core.archive.LocalFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of some folders.
 *
 * @param bySha256 the files by their digests, each list sorted by path
 */
record FoundFiles(Map<String, List<Path>> bySha256) {

  /** What networks are kept in; other files beside them, such as read-mes, are nobody's concern. */
  private static final Set<String> ENDINGS =
      Set.of("onnx", "gguf", "safetensors", "bin", "pt", "pth", "tflite", "onnx_data", "h5");

  /** Hashes every file in the folders and below; links are not followed. */
  static FoundFiles in(Collection<Path> folders) throws IOException {
    Map<String, List<Path>> bySha256 = new LinkedHashMap<>();
    for (Path folder : folders) {
      for (Path file : files(folder)) {
        bySha256
            .computeIfAbsent(FileDigests.of(file).sha256(), digest -> new ArrayList<>())
            .add(file);
      }
    }
    return new FoundFiles(bySha256);
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** One file of each content. */
  LocalFiles source() {
    Map<String, Path> first = new HashMap<>();
    bySha256.forEach((sha256, files) -> first.put(sha256, files.get(0)));
    return new LocalFiles(first);
  }

  /** The files that look like a network's, without those given. */
  List<Path> networksBut(Collection<Path> known) {
    return bySha256.values().stream()
        .flatMap(List::stream)
        .filter(file -> !known.contains(file))
        .filter(FoundFiles::isNetwork)
        .toList();
  }

  private static boolean isNetwork(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
  }
}
