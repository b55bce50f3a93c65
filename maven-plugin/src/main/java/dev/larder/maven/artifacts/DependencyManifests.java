package dev.larder.maven.artifacts;

import dev.larder.api.InvalidFileException;
import dev.larder.core.manifest.Manifest;
import dev.larder.core.manifest.ManifestFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Finds the manifest in a folder of classes or in a jar. */
public final class DependencyManifests {

  private DependencyManifests() {}

  /**
   * The manifest of a class path entry, if it has one.
   *
   * @throws InvalidFileException if it has one that cannot be understood
   */
  public static Optional<Manifest> read(Path entry) {
    try {
      return Files.isDirectory(entry) ? readFolder(entry) : readJar(entry);
    } catch (IOException e) {
      throw new InvalidFileException(
          entry.toString(), "it cannot be read", "build or fetch the dependency again", e);
    }
  }

  private static Optional<Manifest> readFolder(Path folder) throws IOException {
    Path manifest = folder.resolve(Manifest.PATH);
    if (!Files.isRegularFile(manifest)) {
      return Optional.empty();
    }
    try (InputStream input = Files.newInputStream(manifest)) {
      return Optional.of(ManifestFormat.read(input, manifest.toString()));
    }
  }

  private static Optional<Manifest> readJar(Path jar) throws IOException {
    if (!jar.toString().endsWith(".jar") || !Files.isRegularFile(jar)) {
      return Optional.empty();
    }
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry manifest = zip.getEntry(Manifest.PATH);
      if (manifest == null) {
        return Optional.empty();
      }
      try (InputStream input = zip.getInputStream(manifest)) {
        return Optional.of(ManifestFormat.read(input, jar + "!/" + Manifest.PATH));
      }
    }
  }
}
