package dev.larder.core.catalog;

import java.util.Set;

/** Which licences are open-source ones, as models have them. */
public final class OpenLicences {

  /**
   * Those of the Open Source Initiative's list that models are published under, as SPDX names them.
   */
  private static final Set<String> APPROVED =
      Set.of(
          "Apache-2.0",
          "MIT",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "ISC",
          "MPL-2.0",
          "LGPL-3.0-only",
          "GPL-3.0-only",
          "AGPL-3.0-only");

  private OpenLicences() {}

  /** Whether the Open Source Initiative approved of a licence. */
  public static boolean contains(String licence) {
    return APPROVED.contains(licence);
  }
}
