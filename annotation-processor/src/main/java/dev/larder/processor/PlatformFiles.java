package dev.larder.processor;

import dev.larder.core.catalog.FileRole;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Platform;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The files that a definition has for a platform.
 *
 * @param platform null where they are for every one
 * @param files the model file first
 */
record PlatformFiles(@Nullable Platform platform, List<ModelFile> files) {

  /** A file, and the platform that it is marked for. */
  record Marked(ModelFile file, @Nullable Platform platform) {

    private boolean isOf(FileRole role, @Nullable Platform other) {
      return platform == other && file.role() == role;
    }
  }

  PlatformFiles {
    files = files.stream().sorted(Comparator.comparing(ModelFile::role)).toList();
  }

  /**
   * Those of each platform that a file is marked for, the most special first; last of all others.
   */
  static List<PlatformFiles> of(List<Marked> files) {
    TreeSet<Platform> platforms = new TreeSet<>(Comparator.<Platform>reverseOrder());
    files.stream().map(Marked::platform).filter(Objects::nonNull).forEach(platforms::add);
    List<PlatformFiles> all = new ArrayList<>();
    platforms.forEach(platform -> all.add(of(files, platform)));
    all.add(of(files, null));
    return all;
  }

  private static PlatformFiles of(List<Marked> files, @Nullable Platform platform) {
    return new PlatformFiles(
        platform,
        files.stream()
            .filter(file -> file.platform == platform || isShared(file, files, platform))
            .map(Marked::file)
            .toList());
  }

  private static boolean isShared(Marked file, List<Marked> files, @Nullable Platform platform) {
    return file.platform == null
        && files.stream().noneMatch(other -> other.isOf(file.file.role(), platform));
  }

  /** What the variant of these files is called. */
  String variant(String format) {
    return platform == null ? format : format + "-" + platform.word();
  }

  /** For messages. */
  String label() {
    return platform == null ? "" : " for " + platform.word();
  }
}
