package dev.larder.core.fetch;

import dev.larder.core.catalog.Origin;
import dev.larder.core.catalog.Provenance;

/**
 * Where a file came from.
 *
 * @param from the place
 * @param revision the exact commit or version
 */
public record Fetched(Provenance from, String revision) {

  /**
   * The same in parts.
   *
   * @param url the address, without query or credentials, for the store's record
   */
  public Fetched(Origin origin, String url, String revision) {
    this(new Provenance(origin, url), revision);
  }
}
