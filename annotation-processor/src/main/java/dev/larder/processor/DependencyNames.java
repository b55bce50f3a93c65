package dev.larder.processor;

import dev.larder.core.manifest.Manifest;
import dev.larder.core.manifest.ManifestFormat;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.tools.StandardLocation;

/**
 * The names that jars on the class path define. A processor can ask for one file by its path, and
 * not for all manifests; so each name has a file of its own.
 */
final class DependencyNames {

  private final Filer filer;

  DependencyNames(Filer filer) {
    this.filer = filer;
  }

  /**
   * What defines a name.
   *
   * @param name one that a selector can have
   * @throws dev.larder.api.InvalidFileException if it is there and cannot be understood
   */
  Optional<Manifest> find(String name) {
    String path = Manifest.pathOfName(name);
    try (InputStream input =
        filer.getResource(StandardLocation.CLASS_PATH, "", path).openInputStream()) {
      return Optional.of(ManifestFormat.read(input, path));
    } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }
}
