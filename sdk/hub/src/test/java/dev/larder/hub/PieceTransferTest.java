package dev.larder.hub;

import static dev.larder.hub.LargeFileServers.CONTENT;
import static dev.larder.hub.LargeFileServers.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.ChecksumMismatchException;
import dev.larder.api.DownloadFailedException;
import dev.larder.api.InterruptedCallException;
import dev.larder.hub.LargeFileServers.Part;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A file in pieces of 16 KiB, over two connections and more. */
final class PieceTransferTest {

  private static final int PIECE = 16 << 10;

  /** Judges at once, and often. */
  private static final PieceSizes SMALL =
      new PieceSizes(PIECE, 12, 4 * PIECE, 4 * PIECE, Duration.ZERO, Duration.ofSeconds(2));

  @RegisterExtension final Loopback net = new Loopback();
  private final LargeFileServers servers = new LargeFileServers();
  private final MemorySink sink = new MemorySink();
  private HttpsClient client = client(SMALL, Duration.ofSeconds(5));

  @BeforeEach
  void serve() {
    servers.answerAt(net);
    servers.isShared = true;
  }

  @AfterEach
  void nothingIsLeftBehind() {
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("larder-download"));
    client.close();
  }

  @RepeatedTest(5)
  void aLargeFileComesInPiecesOverSeveralConnections() {
    fetchesTheContent();

    assertThat(sink.restarts).isZero();
    assertThat(net.hub.getRequestCount()).isEqualTo(1);
    assertThat(servers.asked).hasSizeGreaterThan(20).contains("1 -");
    assertThat(servers.asked).filteredOn(asked -> asked.contains("bytes=")).doesNotHaveDuplicates();
  }

  @Test
  void whatIsThereIsNotFetchedAgain() {
    sink.append(ByteBuffer.wrap(CONTENT, 0, 100_000));

    fetchesTheContent();

    assertThat(sink.restarts).isZero();
    assertThat(servers.asked.get(0)).isEqualTo("1 bytes=100000-");
    assertThat(servers.asked).hasSizeGreaterThan(10);
  }

  @Test
  void aSmallFileComesByOneRequest() {
    servers.isShared = false;
    client = client(PieceSizes.STANDARD, Duration.ofSeconds(5));

    fetchesTheContent();

    assertThat(servers.asked).containsExactly("1 -");
  }

  @Test
  void aServerThatKnowsNoRangesIsAskedOnce() {
    servers.fault = part -> part.answer().removeHeader("Accept-Ranges");

    fetchesTheContent();

    assertThat(servers.asked).containsExactly("1 -");
  }

  @Test
  void withoutMemoryForPiecesItComesByOneRequest() {
    servers.isShared = false;
    client =
        client(
            new PieceSizes(PIECE, 1, 4 * PIECE, 4 * PIECE, Duration.ZERO, Duration.ofSeconds(2)),
            Duration.ofSeconds(5));

    fetchesTheContent();

    assertThat(servers.asked).containsExactly("1 -");
  }

  @Test
  void piecesThatBreakOffAreContinuedAlone() {
    servers.fault =
        part -> part.number() > 1 && part.end() - part.first() == PIECE ? part.cutTo(5000) : null;

    fetchesTheContent();

    assertThat(sink.restarts).isZero();
    assertThat(net.hub.getRequestCount()).isEqualTo(1);
    assertThat(servers.asked).doesNotHaveDuplicates();
  }

  @Test
  void anErrorOfTheServerConcernsOnePiece() {
    Set<Integer> failed = ConcurrentHashMap.newKeySet();
    servers.fault =
        part ->
            part.number() > 1 && part.number() % 3 == 0 && failed.add(part.first())
                ? new MockResponse.Builder().code(500)
                : null;

    fetchesTheContent();

    assertThat(failed).isNotEmpty();
    assertThat(sink.restarts).isZero();
    assertThat(net.pauses).containsOnly(Duration.ofSeconds(1)).hasSameSizeAs(failed);
  }

  @Test
  void aServerThatHasTooManyConnectionsGetsFewer() {
    AtomicInteger refused = new AtomicInteger();
    servers.fault =
        part ->
            part.number() > 6 && refused.getAndIncrement() < 3
                ? new MockResponse.Builder().code(503)
                : null;

    fetchesTheContent();

    assertThat(refused).hasValueGreaterThan(3);
    assertThat(sink.restarts).isZero();
    assertThat(net.hub.getRequestCount()).isEqualTo(1);
  }

  @Test
  void anExpiredAddressIsAskedForAnewOnceForAll() {
    servers.fault =
        part ->
            part.signature() == 1 && part.number() > 6
                ? new MockResponse.Builder().code(403)
                : null;

    fetchesTheContent();

    assertThat(sink.restarts).isZero();
    assertThat(net.hub.getRequestCount()).isEqualTo(2);
  }

  @Test
  void anotherFileBehindTheNewAddressIsNotTaken() {
    servers.fault =
        part -> {
          if (part.signature() > 1 || part.number() < 6) {
            return null;
          }
          servers.digest = MemorySink.sha256("another");
          return new MockResponse.Builder().code(403);
        };

    assertThatThrownBy(this::fetch).isInstanceOf(ChecksumMismatchException.class);
  }

  @Test
  void anotherVersionOfTheFileIsComparedWithWhatIsThere() {
    servers.fault = part -> part.number() > 6 ? part.answer().setHeader("ETag", "\"other\"") : null;

    fetchesTheContent();

    assertThat(sink.restarts).isZero();
  }

  @Test
  void aServerThatStopsSendingRangesMeansOneStream() {
    servers.fault =
        part ->
            part.number() > 6 ? new Part(part.number(), 1, 0, CONTENT.length, true).answer() : null;

    fetchesTheContent();
  }

  @Test
  void aWrongRangeMeansOneStreamFromWhatIsThere() {
    AtomicInteger wrong = new AtomicInteger();
    servers.fault =
        part ->
            part.number() == 6
                ? part.answer().setHeader("Content-Range", "bytes 0-9/" + wrong.incrementAndGet())
                : null;

    fetchesTheContent();

    assertThat(wrong).hasValue(1);
    assertThat(sink.restarts).isZero();
    assertThat(servers.asked.get(servers.asked.size() - 1)).endsWith("-");
  }

  @Test
  void aStalledConnectionIsReplacedWhileTheOthersGoOn() {
    client = client(SMALL, Duration.ofMillis(300));
    servers.fault =
        part ->
            part.number() == 4 ? part.answer().onResponseBody(SocketEffect.Stall.INSTANCE) : null;

    fetchesTheContent();

    assertThat(sink.restarts).isZero();
    assertThat(net.hub.getRequestCount()).isEqualTo(1);
  }

  @Test
  void anInterruptEndsAllConnectionsThatAreSilent() throws Exception {
    client = client(SMALL, Duration.ofMinutes(10));
    CountDownLatch stalled = new CountDownLatch(1);
    servers.fault =
        part -> {
          if (part.number() < 4) {
            return null;
          }
          stalled.countDown();
          return part.answer().onResponseBody(SocketEffect.Stall.INSTANCE);
        };
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                fetch();
              } catch (RuntimeException e) {
                failure.complete(e);
              }
            });
    caller.start();
    stalled.await();
    caller.interrupt();
    assertThat(failure.get()).isInstanceOf(InterruptedCallException.class);
    assertThat(sink.bytes()).isEqualTo(Arrays.copyOf(CONTENT, sink.bytes().length));

    servers.fault = part -> null;
    fetchesTheContent();
    assertThat(sink.restarts).isZero();
  }

  @Test
  void aServerThatFailsForGoodLeavesWhatIsThere() {
    servers.fault = part -> part.number() > 6 ? new MockResponse.Builder().code(500) : null;

    assertThatThrownBy(this::fetch)
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("HTTP 500");
    assertThat(CONTENT).startsWith(sink.bytes());
    assertThat(sink.size()).isPositive();
  }

  private void fetchesTheContent() {
    fetch();
    assertThat(sink.bytes()).isEqualTo(CONTENT);
  }

  private void fetch() {
    HubSettings settings = Loopback.settings(net.hub.url("/").toString(), Loopback.TOKEN);
    new HubFetcher(settings, client).fetch(request(sink));
  }

  private HttpsClient client(PieceSizes sizes, Duration readTimeout) {
    return new HttpsClient(
        () -> Loopback.trusting(readTimeout),
        net.pauses::add,
        Pace.STANDARD,
        new PieceBuffers(sizes));
  }
}
