package dev.larder.maven.description;

import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.Platform;
import dev.larder.core.catalog.Terms;
import dev.larder.core.catalog.Variant;
import java.util.List;

/**
 * A variant of a model.
 *
 * @param model which it belongs to
 * @param variant what the catalog knows of it
 * @param machine the platform of this machine
 * @param copies what of it is on this machine; one a revision
 */
record DescribedVariant(
    CatalogModel model, Variant variant, Platform machine, List<DescribedCopy> copies) {

  DescribedVariant {
    copies = List.copyOf(copies);
  }

  /** Whether the bare name means it, on this machine. */
  boolean isDefault() {
    return variant.equals(model.defaultVariant(machine));
  }

  Terms terms() {
    return Terms.of(model, variant);
  }
}
