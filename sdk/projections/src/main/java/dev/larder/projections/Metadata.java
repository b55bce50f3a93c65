package dev.larder.projections;

import java.util.Map;

/** What a file says of its weights. */
record Metadata(Map<String, String> values) {

  /**
   * A value.
   *
   * @throws IllegalArgumentException if it is not there
   */
  String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("its metadata lacks \"%s\"".formatted(name));
    }
    return value;
  }
}
