package dev.larder.hub;

import java.io.IOException;
import java.util.Set;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * One version of a file on a server, of which parts can be asked for, by many threads at once. They
 * go straight to where the hub has sent the first request, and to the hub only when that address
 * has expired: once for all of them.
 */
final class RemoteFile {

  /** What servers say to a signature that has expired, or of a path that has moved. */
  private static final Set<Integer> NO_LONGER_HERE = Set.of(401, 403, 404, 410);

  private final HttpsClient client;
  private final Place place;
  private final @Nullable String etag;
  private final @Nullable String digest;
  private final long length;
  private volatile Address address;

  /**
   * @param first the file, or a part of it
   * @param length of the whole file, in bytes
   */
  RemoteFile(HttpsClient client, Place place, Answer first, long length) {
    this.client = client;
    this.place = place;
    this.etag = first.strongEtag();
    this.digest = first.linked().digest();
    this.length = length;
    this.address = first.address();
  }

  long length() {
    return length;
  }

  /** How one part is tried for again and again. */
  Retries retries(Piece piece) {
    return client.retries(place.url(), piece::next, piece::next);
  }

  /**
   * Asks for a part. Whoever calls closes the answer.
   *
   * @param start the position of the first byte
   * @param end the position after the last byte
   * @throws FinalFault if the server does not send this part of this version
   */
  Answer part(long start, long end, CurrentCall current) throws IOException {
    Headers.Builder headers = new Headers.Builder();
    headers.add("Range", "bytes=%d-%d".formatted(start, end - 1));
    if (etag != null) {
      headers.add("If-Range", etag);
    }
    Answer answer = answer(headers.build(), current);
    try {
      require(answer, new ContentRange(start, end, length));
      return answer;
    } catch (IOException | RuntimeException e) {
      answer.abandon();
      throw e;
    }
  }

  private Answer answer(Headers headers, CurrentCall current) throws IOException {
    Address asked = address;
    Answer answer = client.get(place, asked, headers, current);
    if (!answer.foreign() || !NO_LONGER_HERE.contains(answer.status())) {
      return answer;
    }
    answer.close();
    return renewed(asked, headers, current);
  }

  private Answer renewed(Address stale, Headers headers, CurrentCall current) throws IOException {
    synchronized (this) {
      if (stale.equals(address)) {
        Answer answer = client.get(place, place.address(), headers, current);
        if (answer.isOfTheFile()) {
          address = answer.address();
        }
        return answer;
      }
    }
    return client.get(place, address, headers, current);
  }

  private void require(Answer answer, ContentRange part) throws IOException {
    if (!answer.isOfTheFile()) {
      throw Refusal.of(answer, place);
    }
    boolean same =
        answer.status() == 206
            && !answer.isEncoded()
            && part.equals(ContentRange.parse(answer.header("Content-Range")))
            && (etag == null || etag.equals(answer.strongEtag()))
            && (digest == null
                || answer.linked().digest() == null
                || digest.equals(answer.linked().digest()));
    if (!same) {
      throw new FinalFault("the server sends another part than was asked for");
    }
  }
}
