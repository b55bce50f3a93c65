package dev.larder.core.catalog;

import java.util.List;

/** Reads the catalog that is shipped with Larder. */
final class CatalogReader {

  private CatalogReader() {}

  static List<CatalogModel> readBuiltIn() {
    return List.of();
  }
}
