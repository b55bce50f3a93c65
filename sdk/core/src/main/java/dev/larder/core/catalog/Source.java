package dev.larder.core.catalog;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the files of a variant come from. */
public sealed interface Source {

  /** The form that stands in catalogs and locks; {@link #parse} reads it back. */
  String text();

  /** Its kind. */
  SourceKind kind();

  /**
   * Reads a source.
   *
   * @throws IllegalArgumentException if it is not one, or not a secure one
   */
  static Source parse(String text) {
    int colon = text.indexOf(':');
    String kind = colon < 0 ? "" : text.substring(0, colon);
    String rest = text.substring(colon + 1);
    return switch (kind) {
      case "hf" -> new HubSource(rest);
      case "mvn" -> MavenSource.of(rest);
      case "https" -> new HttpsSource(URI.create(text));
      case "file" -> new FileSource(rest);
      default ->
          throw new IllegalArgumentException(
              "\"%s\" is not a source; one begins with hf:, mvn:, https: or file:".formatted(text));
    };
  }

  /** A repository of the Hugging Face hub, {@code owner/name}. */
  record HubSource(String repository) implements Source {
    public HubSource {
      String[] names = repository.split("/", -1);
      if (names.length != 2) {
        throw new IllegalArgumentException("\"%s\" is not owner/name".formatted(repository));
      }
      RelativePath.requireSafeSegment(names[0]);
      RelativePath.requireSafeSegment(names[1]);
    }

    @Override
    public String text() {
      return "hf:" + repository;
    }

    @Override
    public SourceKind kind() {
      return SourceKind.HUB;
    }
  }

  /** An artifact of a Maven repository: an archive of the files, or the one file itself. */
  record MavenSource(
      String groupId,
      String artifactId,
      String version,
      String extension,
      @Nullable String classifier)
      implements Source {

    private static final Set<String> ARCHIVES = Set.of("zip", "jar");

    public MavenSource {
      RelativePath.requireSafeSegment(groupId);
      RelativePath.requireSafeSegment(artifactId);
      RelativePath.requireSafeSegment(version);
      RelativePath.requireSafeSegment(extension);
      if (classifier != null) {
        RelativePath.requireSafeSegment(classifier);
      }
    }

    static MavenSource of(String coordinates) {
      String[] parts = coordinates.split(":", -1);
      if (parts.length != 4 && parts.length != 5) {
        throw new IllegalArgumentException(
            "\"%s\" is not group:artifact:version:extension[:classifier]".formatted(coordinates));
      }
      return new MavenSource(
          parts[0], parts[1], parts[2], parts[3], parts.length == 5 ? parts[4] : null);
    }

    /** Whether it holds files by their paths, and is not a file itself. */
    public boolean isArchive() {
      return ARCHIVES.contains(extension);
    }

    @Override
    public String text() {
      return "mvn:%s:%s:%s:%s%s"
          .formatted(
              groupId, artifactId, version, extension, classifier == null ? "" : ":" + classifier);
    }

    @Override
    public SourceKind kind() {
      return SourceKind.MAVEN;
    }
  }

  /** A folder on a web server, below which the files lie. */
  record HttpsSource(URI folder) implements Source {
    public HttpsSource {
      if (!"https".equals(folder.getScheme())
          || folder.getHost() == null
          || folder.getUserInfo() != null
          || folder.getQuery() != null
          || folder.getFragment() != null) {
        throw new IllegalArgumentException("\"%s\" is not a plain https address".formatted(folder));
      }
    }

    @Override
    public String text() {
      return folder.toString();
    }

    @Override
    public SourceKind kind() {
      return SourceKind.HTTPS;
    }
  }

  /** A folder on this machine, below which the files lie. */
  record FileSource(String folder) implements Source {
    public FileSource {
      if (folder.isEmpty()) {
        throw new IllegalArgumentException("file: names no folder");
      }
    }

    @Override
    public String text() {
      return "file:" + folder;
    }

    @Override
    public SourceKind kind() {
      return SourceKind.FILE;
    }
  }
}
