package dev.larder.testkit.hub;

import java.time.Instant;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A request as the stand-in hub saw it.
 *
 * @param at when it arrived
 * @param target what it asked for, still encoded, with its query
 * @param path the file's path in its repository, or the repository's name where metadata is asked
 *     for, or the target where the hub has nothing of the kind
 * @param status what it was answered; 0 until it is
 * @param offset where in the file the answer's body begins
 * @param bytesSent how much of the answer's body has been handed to the network so far
 */
public record LoggedRequest(
    Instant at,
    Origin origin,
    String method,
    String target,
    String path,
    Headers headers,
    int status,
    long offset,
    long bytesSent) {

  /** The header {@code Range}; null if there is none. */
  public @Nullable String range() {
    return headers.get("Range");
  }

  /** Whether it carries a token. */
  public boolean hasAuthorization() {
    return headers.get("Authorization") != null;
  }

  /** Whether it brought a token to another origin than that of the hub's endpoint. */
  public boolean isLeak() {
    String host = String.valueOf(headers.get("Host"));
    return hasAuthorization()
        && (origin == Origin.CDN || !host.startsWith(StandInHub.HUB_NAME + ":"));
  }

  /** Whether it was answered with bytes of the file. */
  public boolean isOfContent() {
    return method.equals("GET") && (status == 200 || status == 206);
  }
}
