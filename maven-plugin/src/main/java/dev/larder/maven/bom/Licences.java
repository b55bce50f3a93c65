package dev.larder.maven.bom;

import java.util.Set;

/** Which licences of models have an SPDX identifier; the others go by their names. */
final class Licences {

  private static final Set<String> SPDX =
      Set.of(
          "AGPL-3.0-only",
          "Apache-2.0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "CC-BY-4.0",
          "CC-BY-NC-4.0",
          "CC-BY-SA-4.0",
          "CC0-1.0",
          "GPL-3.0-only",
          "LGPL-3.0-only",
          "MIT",
          "MPL-2.0");

  private Licences() {}

  /** The field of a CycloneDX licence that says which one it is. */
  static String field(String licence) {
    return SPDX.contains(licence) ? "id" : "name";
  }
}
