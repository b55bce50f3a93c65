package dev.larder.core.manifest;

import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.Source;
import dev.larder.core.catalog.Source.FileSource;
import dev.larder.core.catalog.Source.HttpsSource;
import dev.larder.core.catalog.Source.MavenSource;
import dev.larder.core.catalog.Variant;

/**
 * A model that code defines, which the catalog does not have.
 *
 * @param model everything about it
 * @param type the fully qualified name of the top-level type, or of the package's {@code
 *     package-info}, that defines it
 */
public record ModelDefinition(CatalogModel model, String type) {

  public ModelDefinition {
    for (Variant variant : model.variants()) {
      if (needsDigests(variant.source())
          && variant.files().stream().anyMatch(file -> file.sha256() == null)) {
        throw new IllegalArgumentException(
            "%s has a file without a digest".formatted(variant.source().text()));
      }
    }
  }

  /**
   * Whether only a digest tells that a file of this source is still the one that was meant: its
   * content may change under one name, and nobody else states a digest.
   */
  public static boolean needsDigests(Source source) {
    return source instanceof HttpsSource
        || source instanceof FileSource
        || (source instanceof MavenSource artifact && artifact.version().endsWith("-SNAPSHOT"));
  }
}
