package dev.larder.hub;

import dev.larder.api.DownloadFailedException;
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
   * @param keptBytes what is kept of the file for which the hub is needed, for the message
   * @throws DownloadFailedException if the text is not a plain https address
   */
  static HubEndpoint of(String text, long keptBytes) {
    HttpUrl url = HttpUrl.parse(text);
    String problem = null;
    if (url == null) {
      problem = "it is not an address";
    } else if (!url.isHttps()) {
      problem = "it is not https, and nothing else is used";
    } else if (url.query() != null || url.fragment() != null || !url.username().isEmpty()) {
      problem = "it may have no query, fragment or user";
    }
    if (url == null || problem != null) {
      // The text is not shown: it may hold a password.
      throw new DownloadFailedException(
          "the endpoint of the hub",
          String.valueOf(problem),
          keptBytes,
          "name one that begins with https:// and a host, in HF_ENDPOINT or, in a build, as"
              + " models.endpoint or as the hub's mirror in settings.xml",
          null);
    }
    return new HubEndpoint(url);
  }

  /** Where a file is, at a commit, branch or tag. */
  HttpUrl file(String repository, String revision, String path) {
    return below("/" + repository + "/resolve/" + encode(revision) + "/" + encodeSegments(path));
  }

  /** Where the hub says what a repository holds. */
  HttpUrl metadata(String repository, String revision) {
    return below("/api/models/" + repository + "/revision/" + encode(revision))
        .newBuilder()
        .query("blobs=true")
        .build();
  }

  /** Where the hub lists all files and folders of a repository, the first page. */
  HttpUrl tree(String repository, String commit) {
    return below("/api/models/" + repository + "/tree/" + encode(commit))
        .newBuilder()
        .query("recursive=true")
        .build();
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
