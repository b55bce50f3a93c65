package dev.larder.core.catalog;

import java.util.Set;

/**
 * The terms on which a model may be used.
 *
 * @param licence an SPDX identifier where one exists
 * @param gated whether they have to be accepted on the hub before the model can be fetched
 */
public record Terms(String licence, boolean gated) {

  /** SPDX identifiers of licences that the Open Source Initiative has approved. */
  private static final Set<String> APPROVED =
      Set.of(
          "AGPL-3.0-only",
          "Apache-2.0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "GPL-3.0-only",
          "ISC",
          "LGPL-3.0-only",
          "MIT",
          "MPL-2.0");

  public static Terms of(CatalogModel model, Variant variant) {
    return new Terms(variant.licence(), model.gated());
  }

  /** Whether the Open Source Initiative has approved the licence. */
  public boolean isOpenSource() {
    return APPROVED.contains(licence);
  }
}
