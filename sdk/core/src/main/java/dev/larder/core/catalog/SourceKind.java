package dev.larder.core.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What kind of place files come from. */
public enum SourceKind {
  HUB,
  MAVEN,
  HTTPS,
  FILE;

  /** The word that people write. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The kind that a word means.
   *
   * @throws IllegalArgumentException if it means none
   */
  public static SourceKind ofWord(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\"%s\" is not a kind of source; there are %s"
                        .formatted(
                            word,
                            Arrays.stream(values())
                                .map(SourceKind::word)
                                .collect(Collectors.joining(", ")))));
  }
}
