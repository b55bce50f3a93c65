package dev.larder.hub;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The hub's address, or a mirror's, and the addresses below it.
 *
 * @param base an https address without query, user or trailing slash; may have a path prefix
 */
record HubEndpoint(HttpUrl base) {

  /**
   * @throws FinalFault if the text is not a plain https address
   */
  static HubEndpoint parse(String text) throws FinalFault {
    HttpUrl url = HttpUrl.parse(text);
    if (url == null) {
      throw new FinalFault("it is not an address");
    }
    if (!url.isHttps()) {
      throw new FinalFault("it is not https, and nothing else is used");
    }
    if (url.query() != null || url.fragment() != null || !url.username().isEmpty()) {
      throw new FinalFault("it may have no query, fragment or user");
    }
    return new HubEndpoint(url);
  }

  /** Where a file is, at a commit, branch or tag. */
  HttpUrl file(String repository, String revision, String path) {
    return below("/" + repository + "/resolve/" + encode(revision) + "/" + encodeSegments(path));
  }

  /** Where a person reads of a repository, and accepts its terms. */
  HttpUrl page(String repository) {
    return below("/" + repository);
  }

  /**
   * Where a redirect leads. A repository manager may hand on the hub's own root-relative Location,
   * which does not know of the manager's prefix; such a one is meant below the prefix.
   *
   * @return null if it is not an address
   */
  @Nullable HttpUrl follow(HttpUrl from, String location) {
    HttpUrl target = from.resolve(location);
    if (target == null || !location.startsWith("/") || !Origins.same(target, base)) {
      return target;
    }
    String path = target.encodedPath();
    if (path.startsWith(prefix() + "/") || !isOfTheHub(path)) {
      return target;
    }
    return target.newBuilder().encodedPath(prefix() + path).build();
  }

  private HttpUrl below(String path) {
    return base.newBuilder().encodedPath(prefix() + path).build();
  }

  private String prefix() {
    return base.encodedPath().replaceFirst("/+$", "");
  }

  private static boolean isOfTheHub(String path) {
    return path.startsWith("/api/resolve-cache/")
        || path.startsWith("/api/models/")
        || path.contains("/resolve/");
  }

  private static String encodeSegments(String path) {
    return Arrays.stream(path.split("/", -1))
        .map(HubEndpoint::encode)
        .collect(Collectors.joining("/"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }
}
