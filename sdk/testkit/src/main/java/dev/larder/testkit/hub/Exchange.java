package dev.larder.testkit.hub;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** One request and what becomes of it. Filled by the one thread that answers; read by others. */
final class Exchange {

  private final Instant at = Instant.now();
  private final Origin origin;
  private final RecordedRequest request;
  private final Etags etags;
  private final SignedUrls urls;
  private final AtomicLong bytesSent = new AtomicLong();
  private volatile Set<Hop> hops = Set.of();
  private volatile String path;
  private volatile int status;
  private volatile long offset;
  private @Nullable SignedUrl signedUrl;

  Exchange(Origin origin, RecordedRequest request, Etags etags, SignedUrls urls) {
    this.etags = etags;
    this.urls = urls;
    this.origin = origin;
    this.request = request;
    path = request.getTarget();
  }

  /** Says what the request turned out to be for. */
  void isFor(String path, Hop... hops) {
    this.path = path;
    this.hops = Set.of(hops);
  }

  void answered(Reply reply) {
    offset = reply.part().from();
    status = reply.status();
  }

  void sent(int count) {
    bytesSent.addAndGet(count);
  }

  /** The address by which the CDN was asked. */
  void by(SignedUrl url) {
    signedUrl = url;
  }

  boolean isSigned() {
    return signedUrl != null;
  }

  /** Makes the address by which the CDN was asked bad after some time. */
  void expireUrl(Duration after) {
    urls.expire(Objects.requireNonNull(signedUrl), after);
  }

  Etags etags() {
    return etags;
  }

  /** Gives the file that was asked for another tag, from now on. */
  String changeEtag() {
    return etags.change(path);
  }

  boolean isReading() {
    return isHead() || "GET".equals(request.getMethod());
  }

  boolean isHead() {
    return "HEAD".equals(request.getMethod());
  }

  HttpUrl url() {
    return request.getUrl();
  }

  @Nullable String header(String name) {
    return request.getHeaders().get(name);
  }

  /** The token that was sent; null if there is none. */
  @Nullable String token() {
    String authorization = header("Authorization");
    return authorization == null ? null : authorization.replaceFirst("^Bearer ", "");
  }

  boolean concerns(Hop hop, String path) {
    return hops.contains(hop) && this.path.equals(path);
  }

  LoggedRequest logged() {
    Headers headers = request.getHeaders();
    return new LoggedRequest(
        at,
        origin,
        String.valueOf(request.getMethod()),
        request.getTarget(),
        path,
        headers,
        status,
        offset,
        bytesSent.get());
  }
}
