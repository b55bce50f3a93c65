package dev.larder.testkit.hub;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/** Answers as the hub does. */
final class HubSide implements Side {

  private static final String COMMIT = "X-Repo-Commit";
  private static final int QUOTA = 3000;
  private static final int QUOTA_SECONDS = 300;

  private final Repositories repositories;
  private final SignedUrls urls;
  private final HttpUrl cdn;
  private final AtomicInteger used = new AtomicInteger();
  private volatile PathPrefix prefix = PathPrefix.NONE;
  private volatile int pageSize = 1000;

  HubSide(Repositories repositories, SignedUrls urls, HttpUrl cdn) {
    this.repositories = repositories;
    this.urls = urls;
    this.cdn = cdn;
  }

  void prefix(PathPrefix prefix) {
    this.prefix = prefix;
  }

  void pageSize(int entries) {
    pageSize = entries;
  }

  @Override
  public Reply answer(Exchange exchange) {
    if (!exchange.isReading()) {
      return HubError.READ_ONLY.reply();
    }
    String path = prefix.strip(exchange.url().encodedPath());
    Route route = path == null ? null : Route.parse(path);
    if (path == null || route == null) {
      return HubError.NO_SUCH_PAGE.reply();
    }
    return answer(exchange, path, route)
        .with("RateLimit", quota(route.hop()))
        .with("RateLimit-Policy", policy(route.hop()));
  }

  private Reply answer(Exchange exchange, String path, Route route) {
    exchange.isFor(route.isMetadata() ? route.repository() : route.path(), route.hop());
    Reply refusal = repositories.refusal(route, exchange.token());
    if (refusal != null) {
      return refusal;
    }
    HubRepository repository = Objects.requireNonNull(repositories.find(route.repository()));
    String newName = repository.newName();
    if (newName != null) {
      return renamed(exchange, path, route.repository(), newName);
    }
    String commit = repository.commitOf(route.revision());
    if (commit == null) {
      return HubError.REVISION_NOT_FOUND.reply();
    }
    if (route.isMetadata()) {
      return new MetadataReply(new Metadata(repository, commit), prefix, pageSize)
          .of(route, exchange.url(), path);
    }
    HubFile file = repository.fileOrNull(commit, route.path());
    if (file == null) {
      return HubError.ENTRY_NOT_FOUND.reply().with(COMMIT, commit);
    }
    return route.kind() == Route.Kind.CACHE
        ? fromCache(exchange, repository, commit, file)
        : resolved(exchange, route, repository, commit, file);
  }

  private Reply resolved(
      Exchange exchange, Route route, HubRepository repository, String commit, HubFile file) {
    Headers linked = linked(commit, file);
    return switch (repository.delivery()) {
      case REDIRECT -> redirect(route, commit, file, new Headers.Builder().build()).withAll(linked);
      case MIRROR -> redirect(route, commit, file, linked);
      case DIRECT -> {
        exchange.isFor(file.path(), Hop.RESOLVE, Hop.CONTENT);
        yield content(exchange, file).withAll(linked);
      }
    };
  }

  private Reply redirect(Route route, String commit, HubFile file, Headers onTheFinalHop) {
    return file.storage() == Storage.LFS
        ? Reply.redirect(302, urls.issue(cdn, file, onTheFinalHop).toString())
        : Reply.redirect(307, prefix.location(cacheLocation(route, commit, file)));
  }

  private Reply fromCache(
      Exchange exchange, HubRepository repository, String commit, HubFile file) {
    if (exchange.url().queryParameter("etag") == null) {
      return Reply.of(400).text("text/plain", "The query of the location is missing.");
    }
    Reply reply = content(exchange, file);
    return repository.delivery() == Delivery.MIRROR
        ? reply.withAll(linked(commit, file))
        : reply.with(COMMIT, commit);
  }

  private static Reply content(Exchange exchange, HubFile file) {
    Reply reply = ContentReply.of(exchange, file);
    boolean gzips =
        file.storage() == Storage.GIT
            && String.valueOf(exchange.header("Accept-Encoding")).contains("gzip")
            && file.isText();
    return gzips && reply.status() == 200 ? Gzip.of(reply) : reply;
  }

  private static Headers linked(String commit, HubFile file) {
    Headers.Builder headers =
        new Headers.Builder().set(COMMIT, commit).set("X-Linked-Etag", Reply.quoted(file.digest()));
    if (file.storage() == Storage.LFS) {
      headers
          .set("X-Linked-Size", String.valueOf(file.content().length()))
          .set("X-Xet-Hash", file.xetHash());
    }
    return headers.build();
  }

  private String cacheLocation(Route route, String commit, HubFile file) {
    HttpUrl location =
        cdn.newBuilder()
            .addPathSegments("api/resolve-cache/models/" + route.repository() + "/" + commit)
            .addPathSegments(file.path())
            .addQueryParameter(
                "/%s/resolve/%s/%s".formatted(route.repository(), route.revision(), route.path()),
                "")
            .addQueryParameter("etag", Reply.quoted(file.digest()))
            .build();
    return location.encodedPath() + "?" + location.encodedQuery();
  }

  private Reply renamed(Exchange exchange, String path, String oldName, String newName) {
    String query = exchange.url().encodedQuery();
    return Reply.redirect(
        307,
        prefix.location(path.replaceFirst(Pattern.quote(oldName), newName))
            + (query == null ? "" : "?" + query));
  }

  private String quota(Hop hop) {
    int left = Math.max(1, QUOTA - used.incrementAndGet());
    return "\"%s\";r=%d;t=%d".formatted(hop.bucket(), left, QUOTA_SECONDS / 2);
  }

  static String policy(Hop hop) {
    return "\"fixed window\";\"%s\";q=%d;w=%d".formatted(hop.bucket(), QUOTA, QUOTA_SECONDS);
  }
}
