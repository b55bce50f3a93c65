package dev.larder.hub;

import dev.larder.api.ChecksumMismatchException;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.fetch.FetchRequest;
import dev.larder.core.fetch.FileSink;
import dev.larder.core.fetch.GitBlobDigest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import okhttp3.Headers;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * The state of one file between tries: what is there, and which version of the file it belongs to.
 * Used by one thread.
 */
final class Transfer {

  private static final int BUFFER_BYTES = 64 * 1024;

  private final HttpsClient client;
  private final Place place;
  private final FetchRequest request;
  private final ModelFile file;
  private final FileSink sink;
  private final WantedFile wanted;
  private boolean mayBeSplit = true;
  private boolean asksForAll;
  private boolean startsOver;
  private int differences;
  private @Nullable String etag;
  private @Nullable String linkedDigest;
  private @Nullable GitBlobDigest gitDigest;

  Transfer(HttpsClient client, Place place, FetchRequest request) {
    this.client = client;
    this.place = place;
    this.request = request;
    this.file = request.file();
    this.sink = request.sink();
    this.wanted = new WantedFile(file, place.url());
  }

  /** Asks for what is missing, or for everything where that is of no use. */
  Headers nextRequest() {
    boolean sameFile = file.sha256() != null || etag != null;
    startsOver |= sink.size() > 0 && (sink.size() > request.maxSize() || !sameFile);
    Headers.Builder headers = new Headers.Builder();
    if (sink.size() > 0 && !asksForAll && !startsOver) {
      headers.add("Range", "bytes=%d-".formatted(sink.size()));
      if (etag != null) {
        headers.add("If-Range", etag);
      }
    }
    return headers.build();
  }

  /**
   * Makes sure that an answer can be the file, before anything else is read from it.
   *
   * @throws PassingFault if it is a page for people
   */
  void requireFile(Answer answer) throws PassingFault {
    boolean rightLength = file.size() != null && answer.length() == file.size();
    if (!rightLength && !file.path().endsWith(".html")) {
      answer.requireNoWebPage("the file");
    }
  }

  /**
   * Takes the file, or the rest of it, into the sink. What is there already is lost to no answer:
   * it goes only when another file has proved to be the right one.
   *
   * @throws ChecksumMismatchException if it is another file than the one that is expected
   */
  void take(Answer answer) throws IOException {
    LinkedFile linked = answer.linked();
    wanted.requireDigest(linked.digest());
    long expected = wanted.size(linked);
    switch (answer.status()) {
      case 200 -> takeAll(answer, expected);
      case 206 -> takeRest(answer, expected);
      default -> requireComplete(answer, expected);
    }
    if (gitDigest != null) {
      requireGitDigest(gitDigest.hex());
    }
  }

  private void takeAll(Answer answer, long expected) throws IOException {
    long length = answer.isEncoded() ? -1 : answer.length();
    if (length >= 0 && expected >= 0 && length != expected) {
      throw wanted.wrongSize(expected, length);
    }
    long total = expected >= 0 ? expected : length;
    if (total > request.maxSize()) {
      throw wanted.wrongSize(request.maxSize(), total);
    }
    GitBlobDigest freshDigest = wanted.gitDigest(total);
    BufferedSource body = answer.body();
    if (startsOver) {
      sink.restart();
      startsOver = false;
    } else {
      passOver(body, freshDigest);
    }
    gitDigest = freshDigest;
    asksForAll = false;
    remember(answer);
    copy(answer, body, total);
  }

  /** Reads on to where the file ends here, as long as both have the same bytes. */
  private void passOver(BufferedSource body, @Nullable GitBlobDigest digest) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER_BYTES, sink.size()));
    long position = 0;
    while (position < sink.size()) {
      buffer.clear().limit((int) Math.min(buffer.capacity(), sink.size() - position));
      boolean whole = fill(buffer, body);
      buffer.flip();
      if (!whole || !sink.has(position, buffer)) {
        throw anotherFile();
      }
      position += buffer.remaining();
      if (digest != null) {
        digest.update(buffer);
      }
    }
  }

  /**
   * Without a digest, what the server has now is what is wanted. With one, either can be right: the
   * server is given a second chance, and then the two files the same.
   */
  private PassingFault anotherFile() {
    differences++;
    startsOver = file.sha256() == null || differences > 1;
    return PassingFault.tryAgainAtOnce("the server sends another file than the one begun here");
  }

  private void takeRest(Answer answer, long expected) throws IOException {
    ContentRange range = ContentRange.parse(answer.header("Content-Range"));
    if (range == null
        || !range.isRestAfter(sink.size())
        || sink.size() == 0
        || (expected >= 0 && range.total() != expected)
        || range.total() > request.maxSize()
        || answer.length() > range.total() - sink.size()
        || answer.isEncoded()
        || isOtherVersion(answer)) {
      asksForAll = true;
      throw PassingFault.tryAgainAtOnce("the server sends another part than was asked for");
    }
    remember(answer);
    copy(answer, answer.body(), range.total());
  }

  /** Nothing comes after the last byte; a server says so with status 416. */
  private void requireComplete(Answer answer, long expected) throws IOException {
    ContentRange range = ContentRange.parse(answer.header("Content-Range"));
    boolean complete =
        range != null
            && range.isRestAfter(sink.size())
            && sink.size() > 0
            && (expected < 0 || sink.size() == expected)
            && !isOtherVersion(answer);
    if (sink.size() == 0) {
      throw new FinalFault(
          "HTTP 416, the server has no such part, though all of the file was asked for",
          "open the address in a browser; if it does not give the file there either, tell whoever runs"
              + " the server or the proxy before it");
    }
    if (!complete) {
      asksForAll = true;
      throw PassingFault.tryAgainAtOnce("the server cannot go on from where the file ends here");
    }
  }

  private void copy(Answer answer, BufferedSource body, long total) throws IOException {
    if (!isWorthSplitting(answer, total) || !copyInPieces(answer, body, total)) {
      copyInOne(body, total);
    }
  }

  private boolean isWorthSplitting(Answer answer, long total) {
    return mayBeSplit
        && total - sink.size() >= client.buffers().sizes().leastRest()
        && answer.sendsRanges()
        && gitDigest == null
        && (etag != null || file.sha256() != null);
  }

  private boolean copyInPieces(Answer answer, BufferedSource body, long total) throws IOException {
    RemoteFile remote = new RemoteFile(client, place, answer, total);
    try (PieceTransfer pieces = PieceTransfer.of(remote, sink, client.buffers())) {
      if (pieces == null) {
        return false;
      }
      pieces.run(answer, body);
      return true;
    } catch (FinalFault e) {
      // It may be about ranges alone. One stream goes on, and finds out.
      mayBeSplit = false;
      throw PassingFault.tryAgainAtOnce(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      mayBeSplit = false;
      throw e;
    }
  }

  private void copyInOne(BufferedSource body, long total) throws IOException {
    long limit = total >= 0 ? total : request.maxSize();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    boolean more = true;
    while (more) {
      try {
        more = fill(buffer.clear(), body);
      } finally {
        append(buffer.flip(), limit);
      }
    }
    if (total >= 0 && sink.size() < total) {
      throw PassingFault.tryAgain(
          "the server ended after %d of %d bytes".formatted(sink.size(), total));
    }
  }

  /** Reads until the buffer is full, since OkHttp reads little at a time; false at the end. */
  private static boolean fill(ByteBuffer buffer, BufferedSource body) throws IOException {
    while (buffer.hasRemaining()) {
      if (body.read(buffer) < 0) {
        return false;
      }
    }
    return true;
  }

  private void append(ByteBuffer bytes, long limit) {
    long room = limit - sink.size();
    boolean tooMany = bytes.remaining() > room;
    if (tooMany) {
      // Up to here it may be the file; its digest tells.
      bytes.limit(bytes.position() + (int) room);
    }
    if (gitDigest != null) {
      gitDigest.update(bytes.duplicate());
    }
    sink.append(bytes);
    if (tooMany) {
      throw wanted.wrongSize(limit, "more");
    }
  }

  private void requireGitDigest(String actual) {
    if (!actual.equals(file.gitSha1())) {
      sink.restart();
      throw wanted.mismatch(String.valueOf(file.gitSha1()), actual);
    }
  }

  private void remember(Answer answer) {
    etag = answer.strongEtag();
    linkedDigest = answer.linked().digest();
  }

  private boolean isOtherVersion(Answer answer) {
    return (etag != null && !etag.equals(Objects.requireNonNullElse(answer.strongEtag(), etag)))
        || (linkedDigest != null && !linkedDigest.equals(answer.linked().digest()));
  }
}
