package dev.larder.hub;

import static dev.larder.hub.Replies.COMMIT;

import dev.larder.core.catalog.FileRole;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Source;
import dev.larder.core.fetch.FetchRequest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okio.Buffer;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * A hub and a CDN that serve a file of a megabyte, in parts where they are asked for. Each address
 * that the hub gives is signed with the number of the request for it.
 */
final class LargeFileServers {

  static final byte[] CONTENT = bytes(1 << 20);
  static final String ETAG = "\"xet\"";

  private static final int BEGINNING = 64 << 10;

  private final CountDownLatch second = new CountDownLatch(2);
  private final AtomicInteger signatures = new AtomicInteger();

  /** What the CDN was asked for: {@code signature range}. */
  final List<String> asked = new CopyOnWriteArrayList<>();

  volatile Fault fault = request -> null;

  /** Whether the first answer sends only its beginning until somebody else asks for a part. */
  volatile boolean isShared;

  volatile String digest = MemorySink.sha256(CONTENT);

  /** One way in which a server may fail; null where it does not. */
  @FunctionalInterface
  interface Fault {
    MockResponse.@Nullable Builder answer(Part part);
  }

  /**
   * What is asked for.
   *
   * @param number of the request to the CDN, from 1
   * @param signature of the address
   * @param first the first byte
   * @param end after the last byte
   * @param isWhole whether no range is asked for
   */
  record Part(int number, int signature, int first, int end, boolean isWhole) {

    /** What a server in order answers. */
    MockResponse.Builder answer() {
      MockResponse.Builder answer =
          new MockResponse.Builder()
              .addHeader("ETag", ETAG)
              .addHeader("Accept-Ranges", "bytes")
              .body(new Buffer().write(CONTENT, first, end - first));
      return isWhole
          ? answer
          : answer
              .code(206)
              .addHeader(
                  "Content-Range", "bytes %d-%d/%d".formatted(first, end - 1, CONTENT.length));
    }

    /** The same with fewer bytes than it should have. */
    MockResponse.Builder cutTo(int length) {
      return answer()
          .body(new Buffer().write(CONTENT, first, length))
          .setHeader("Content-Length", end - first)
          .onResponseEnd(mockwebserver3.SocketEffect.ShutdownConnection.INSTANCE);
    }
  }

  void answerAt(Loopback net) {
    net.hub.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            HttpUrl blob = net.cdn.url("/blob?Signature=" + signatures.incrementAndGet());
            return new MockResponse.Builder()
                .code(302)
                .addHeader("Location", blob)
                .addHeader("X-Repo-Commit", COMMIT)
                .addHeader("X-Linked-Size", CONTENT.length)
                .addHeader("X-Linked-Etag", '"' + digest + '"')
                .build();
          }
        });
    net.cdn.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answerTo(request).build();
          }
        });
  }

  private MockResponse.Builder answerTo(RecordedRequest request) {
    if (request.getHeaders().get("Authorization") != null) {
      return new MockResponse.Builder().code(400);
    }
    String signature = Objects.requireNonNull(request.getUrl().queryParameter("Signature"));
    String range = request.getHeaders().get("Range");
    second.countDown();
    asked.add(signature + " " + (range == null ? "-" : range));
    Part part = part(asked.size(), Integer.parseInt(signature), range);
    MockResponse.Builder faulty = fault.answer(part);
    if (faulty != null) {
      return faulty;
    }
    MockResponse.Builder answer = part.answer();
    return isShared && part.number() == 1 ? answer.body(sharedRest(part)) : answer;
  }

  private MockResponseBody sharedRest(Part part) {
    return new MockResponseBody() {
      @Override
      public long getContentLength() {
        return (long) part.end() - part.first();
      }

      @Override
      public void writeTo(BufferedSink to) throws IOException {
        to.write(CONTENT, part.first(), BEGINNING).flush();
        awaitSecondRequest();
        int rest = part.first() + BEGINNING;
        to.write(CONTENT, rest, part.end() - rest);
      }
    };
  }

  private void awaitSecondRequest() throws IOException {
    try {
      if (!second.await(10, TimeUnit.SECONDS)) {
        throw new IOException("Nobody asked a second time");
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static Part part(int number, int signature, @Nullable String range) {
    if (range == null) {
      return new Part(number, signature, 0, CONTENT.length, true);
    }
    String[] ends = range.substring("bytes=".length()).split("-", -1);
    int end = ends[1].isEmpty() ? CONTENT.length : Integer.parseInt(ends[1]) + 1;
    return new Part(number, signature, Integer.parseInt(ends[0]), end, false);
  }

  static FetchRequest request(MemorySink sink) {
    ModelFile file =
        new ModelFile(
            FileRole.MODEL,
            "onnx/model.onnx",
            MemorySink.sha256(CONTENT),
            null,
            (long) CONTENT.length);
    return new FetchRequest("minilm", Source.parse("hf:owner/minilm"), COMMIT, file, sink);
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(7).nextBytes(bytes);
    return bytes;
  }
}
