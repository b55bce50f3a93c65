package dev.larder.hub;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What the hub says of a file in the headers of its own answer, which may be a redirect.
 *
 * @param commit {@code X-Repo-Commit}
 * @param size {@code X-Linked-Size}, bytes
 * @param digest {@code X-Linked-Etag}: the SHA-256 of a large file, the git blob SHA-1 of a small
 */
record LinkedFile(@Nullable String commit, @Nullable Long size, @Nullable String digest) {

  static final LinkedFile UNKNOWN = new LinkedFile(null, null, null);

  private static final Pattern SIZE = Pattern.compile("([0-9]{1,18})");
  private static final Pattern DIGEST = Pattern.compile("(?:W/)?\"?([0-9a-f]{40}|[0-9a-f]{64})\"?");

  static LinkedFile of(Headers headers) {
    String size = valueOrNull(headers.get("X-Linked-Size"), SIZE);
    return new LinkedFile(
        commitOrNull(headers.get("X-Repo-Commit")),
        size == null ? null : Long.valueOf(size),
        valueOrNull(headers.get("X-Linked-Etag"), DIGEST));
  }

  /** The text, if it has the form of a commit. */
  static @Nullable String commitOrNull(@Nullable String text) {
    return text != null && text.matches("[0-9a-f]{40}") ? text : null;
  }

  private static @Nullable String valueOrNull(@Nullable String text, Pattern form) {
    Matcher matcher = form.matcher(text == null ? "" : text);
    return matcher.matches() ? matcher.group(1) : null;
  }

  /** What is known here, and for the rest what is known there. */
  LinkedFile or(LinkedFile later) {
    return new LinkedFile(
        commit == null ? later.commit : commit,
        size == null ? later.size : size,
        digest == null ? later.digest : digest);
  }
}
