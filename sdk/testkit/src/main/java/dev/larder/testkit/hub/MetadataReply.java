package dev.larder.testkit.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import okhttp3.HttpUrl;

/** The answers below {@code /api/models/}, a page at a time. */
record MetadataReply(Metadata metadata, PathPrefix prefix, int pageSize) {

  /**
   * The answer to one request.
   *
   * @param path the path that was asked for, below the prefix
   */
  Reply of(Route route, HttpUrl url, String path) {
    if (route.kind() == Route.Kind.REVISION) {
      return json(metadata.revision("true".equals(url.queryParameter("blobs"))));
    }
    List<JsonNode> entries =
        metadata.tree(route.path(), "true".equals(url.queryParameter("recursive")));
    String cursor = url.queryParameter("cursor");
    int start = cursor == null ? 0 : Integer.parseInt(cursor);
    int end = Math.min(entries.size(), start + pageSize);
    Reply page = json(JsonNodeFactory.instance.arrayNode().addAll(entries.subList(start, end)));
    return end == entries.size() ? page : page.with("Link", next(url, path, end));
  }

  private String next(HttpUrl url, String path, int cursor) {
    HttpUrl next =
        url.newBuilder()
            .encodedPath(prefix.location(path))
            .setQueryParameter("cursor", String.valueOf(cursor))
            .build();
    return "<%s>; rel=\"next\"".formatted(next);
  }

  private static Reply json(JsonNode json) {
    return Reply.of(200).text("application/json; charset=utf-8", json.toString());
  }
}
