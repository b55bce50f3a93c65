package dev.larder.testkit.hub;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an address of the hub means.
 *
 * @param repository {@code owner/name}
 * @param revision a commit, branch or tag
 * @param path a file, or for a tree a folder, which may be empty
 */
record Route(Kind kind, String repository, String revision, String path) {

  enum Kind {
    RESOLVE,
    CACHE,
    REVISION,
    TREE
  }

  private static final String MAIN = "main";

  /**
   * Reads an address.
   *
   * @param path a path below the endpoint, still encoded
   * @return null if it means nothing here
   */
  static @Nullable Route parse(String path) {
    List<String> segments = List.of(path.substring(1).split("/", -1));
    if (path.startsWith("/api/resolve-cache/models/")) {
      return segments.size() < 7
          ? null
          : route(Kind.CACHE, segments.subList(3, 5), segments.subList(5, segments.size()));
    }
    if (path.startsWith("/api/models/")) {
      return ofMetadata(segments.subList(2, segments.size()));
    }
    return segments.size() < 5 || !segments.get(2).equals("resolve")
        ? null
        : route(Kind.RESOLVE, segments.subList(0, 2), segments.subList(3, segments.size()));
  }

  private static @Nullable Route ofMetadata(List<String> segments) {
    if (segments.size() == 2) {
      return route(Kind.REVISION, segments, List.of(MAIN));
    }
    if (segments.size() < 4) {
      return null;
    }
    List<String> repository = segments.subList(0, 2);
    List<String> place = segments.subList(3, segments.size());
    return switch (segments.get(2)) {
      case "revision" -> place.size() == 1 ? route(Kind.REVISION, repository, place) : null;
      case "tree" -> route(Kind.TREE, repository, place);
      default -> null;
    };
  }

  private static Route route(Kind kind, List<String> repository, List<String> place) {
    return new Route(
        kind,
        decode(String.join("/", repository)),
        decode(place.get(0)),
        decode(String.join("/", place.subList(1, place.size()))));
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  Hop hop() {
    return switch (kind) {
      case RESOLVE -> Hop.RESOLVE;
      case CACHE -> Hop.CONTENT;
      case REVISION, TREE -> Hop.METADATA;
    };
  }

  boolean isMetadata() {
    return hop() == Hop.METADATA;
  }
}
