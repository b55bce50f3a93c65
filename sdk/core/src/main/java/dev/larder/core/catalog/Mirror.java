package dev.larder.core.catalog;

import dev.larder.core.catalog.Source.MavenSource;

/**
 * A further place that has a file with the same digest: inside an artifact of a Maven repository.
 *
 * @param artifact a zip or jar
 * @param path where the file lies in it
 */
public record Mirror(MavenSource artifact, String path) {

  private static final String SEPARATOR = "!/";
  private static final String SCHEME = "mvn:";

  public Mirror {
    RelativePath.requireSafe(path);
    if (!artifact.isArchive()) {
      throw new IllegalArgumentException("\"%s\" is not a zip or jar".formatted(artifact.text()));
    }
  }

  /**
   * Reads {@code mvn:group:artifact:version[:type[:classifier]]!/path}; the type is jar where it is
   * not given.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static Mirror parse(String text) {
    int separator = text.indexOf(SEPARATOR);
    if (!text.startsWith(SCHEME) || separator < 0) {
      throw new IllegalArgumentException(
          "\"%s\" is not mvn:group:artifact:version[:type[:classifier]]!/path".formatted(text));
    }
    String coordinates = text.substring(SCHEME.length(), separator);
    boolean isBare = coordinates.chars().filter(letter -> letter == ':').count() == 2;
    return new Mirror(
        MavenSource.of(isBare ? coordinates + ":jar" : coordinates),
        text.substring(separator + SEPARATOR.length()));
  }

  /** The form that {@link #parse} reads back. */
  public String text() {
    return artifact.text() + SEPARATOR + path;
  }
}
