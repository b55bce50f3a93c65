package dev.larder.testkit.hub;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The addresses of the CDN that the hub has given out, and until when they are good. */
final class SignedUrls {

  private static final Duration GOOD_FOR = Duration.ofHours(1);

  private final Map<String, SignedUrl> issued = new ConcurrentHashMap<>();
  private final Map<String, Instant> expiries = new ConcurrentHashMap<>();

  HttpUrl issue(HttpUrl cdn, HubFile file, Headers headers) {
    Instant expiry = Instant.now().plus(GOOD_FOR);
    // The alphabet of real signatures, which are base64 with ~, - and _ instead of what URLs use.
    String signature =
        Content.of("signature " + issued.size() + System.nanoTime()).gitSha1() + "~-_";
    String path = "/repos/" + file.xetHash().substring(0, 8) + "/" + file.digest();
    issued.put(signature, new SignedUrl(signature, path, file, headers));
    expiries.put(signature, expiry);
    return cdn.newBuilder()
        .encodedPath(path)
        .addQueryParameter("response-content-disposition", "inline; filename=\"file\";")
        .addQueryParameter("Expires", String.valueOf(expiry.getEpochSecond()))
        .addEncodedQueryParameter("Policy", "eyJTdGF0ZW1lbnQiOltdfQ__")
        .addEncodedQueryParameter("Signature", signature)
        .addQueryParameter("Key-Pair-Id", "STANDIN")
        .build();
  }

  /** The permission that an address carries; null if it has none, or not all of it. */
  @Nullable SignedUrl find(HttpUrl url) {
    String signature = url.queryParameter("Signature");
    SignedUrl found = issued.get(signature == null ? "" : signature);
    boolean good =
        found != null
            && found.path().equals(url.encodedPath())
            && url.queryParameter("Policy") != null
            && url.queryParameter("Expires") != null;
    return good ? found : null;
  }

  boolean isExpired(SignedUrl url) {
    return !Instant.now().isBefore(Objects.requireNonNull(expiries.get(url.signature())));
  }

  void expire(SignedUrl url, Duration after) {
    expiries.put(url.signature(), Instant.now().plus(after));
  }
}
