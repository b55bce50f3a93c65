package dev.larder.hub;

import static dev.larder.hub.Replies.COMMIT;
import static dev.larder.hub.Replies.CONTENT;
import static dev.larder.hub.Replies.file;
import static dev.larder.hub.Replies.gitFile;
import static dev.larder.hub.Replies.redirectTo;
import static dev.larder.hub.Replies.redirectToCache;
import static dev.larder.hub.Replies.request;
import static dev.larder.hub.Replies.unknownFile;
import static dev.larder.hub.Replies.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.ChecksumMismatchException;
import dev.larder.api.DownloadFailedException;
import dev.larder.core.catalog.ModelFile;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class VerificationTest {

  private static final String SAME_LENGTH = CONTENT.replace("gold", "lead");

  @RegisterExtension final Loopback net = new Loopback();
  private MemorySink sink = new MemorySink();

  @Test
  void anotherDigestOnTheHubIsFoundBeforeTheDownload() {
    String other = MemorySink.sha256("other");
    net.hubAnswers(redirectTo(net.cdn).setHeader("X-Linked-Etag", '"' + other + '"'));
    net.cdn.enqueue(whole().build());

    assertThatThrownBy(() -> net.fetch(request(sink)))
        .isInstanceOf(ChecksumMismatchException.class)
        .hasMessageContaining("Expected: " + file().sha256())
        .hasMessageContaining("Actual: " + other);
    assertThat(sink.size()).isZero();
  }

  @Test
  void anotherSizeOnTheHubIsFoundBeforeTheDownload() {
    net.hubAnswers(redirectTo(net.cdn).setHeader("X-Linked-Size", 35));
    net.cdn.enqueue(whole().build());

    assertThatThrownBy(() -> net.fetch(request(sink)))
        .isInstanceOf(ChecksumMismatchException.class)
        .hasMessageContaining("Expected: 34 bytes")
        .hasMessageContaining("Actual: 35 bytes");
    assertThat(sink.size()).isZero();
  }

  @Test
  void aBodyOfAnotherLengthIsNotRead() {
    net.cdnAnswers(whole(CONTENT + " Not all those who wander are lost."));

    assertThatThrownBy(() -> net.fetch(request(sink)))
        .isInstanceOf(ChecksumMismatchException.class);
    assertThat(sink.size()).isZero();
  }

  @Test
  void aBodyOfAnotherLengthCostsNothingOfWhatIsThere() {
    sink = MemorySink.holding(CONTENT.substring(0, 10));
    net.cdnAnswers(whole("Log in first"));

    assertThatThrownBy(() -> net.fetch(request(sink)))
        .isInstanceOf(ChecksumMismatchException.class);
    assertThat(sink.text()).isEqualTo(CONTENT.substring(0, 10));
  }

  @Test
  void noByteIsTakenBeyondTheSize() {
    net.cdnAnswers(whole().chunkedBody(CONTENT + "!", 8));

    assertThatThrownBy(() -> net.fetch(request(sink)))
        .isInstanceOf(ChecksumMismatchException.class)
        .hasMessageContaining("Actual: more bytes");
    assertThat(sink.text()).isEqualTo(CONTENT);
  }

  @Test
  void wrongBytesOfTheRightSizeReachTheSinkWhichTellsTheirDigest() {
    net.cdnAnswers(whole(SAME_LENGTH));

    net.fetch(request(sink));

    assertThat(sink.sha256()).isNotEqualTo(file().sha256());
  }

  @Test
  void aGitFileWithWrongBytesIsThrownAway() {
    net.hubAnswers(redirectToCache("/cache"), whole(SAME_LENGTH));

    assertThatThrownBy(() -> net.fetch(request(COMMIT, gitFile(), sink)))
        .isInstanceOf(ChecksumMismatchException.class)
        .hasMessageContaining("Expected: " + gitFile().gitSha1())
        .hasMessageContaining("Actual: " + MemorySink.gitSha1(SAME_LENGTH));
    assertThat(sink.size()).isZero();
  }

  @Test
  void aGitFileThatChangedOnTheHubIsFoundBeforeTheDownload() {
    net.hubAnswers(redirectToCache("/cache"), whole());
    ModelFile other =
        new ModelFile(gitFile().role(), gitFile().path(), null, MemorySink.gitSha1("other"), null);

    assertThatThrownBy(() -> net.fetch(request(COMMIT, other, sink)))
        .isInstanceOf(ChecksumMismatchException.class);
    assertThat(sink.size()).isZero();
  }

  @Test
  void aGitFileOfUnknownLengthCannotBeVerified() {
    net.hubAnswers(whole().chunkedBody(CONTENT, 8));

    assertThatThrownBy(() -> net.fetch(request(COMMIT, gitFile(), sink)))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("does not say how long the file is");
  }

  @Test
  void aFileOfWhichNothingIsKnownMayHaveNoLength() {
    net.hubAnswers(whole().chunkedBody(CONTENT, 8));

    net.fetch(request(COMMIT, unknownFile(), sink));

    assertThat(sink.text()).isEqualTo(CONTENT);
  }

  @Test
  void aBodyThatComesCompressedUnaskedIsUnpacked() throws Exception {
    net.cdnAnswers(whole().addHeader("Content-Encoding", "gzip").body(gzip(CONTENT)));

    net.fetch(request(sink));

    assertThat(sink.text()).isEqualTo(CONTENT);
  }

  @Test
  void aCompressedBodyMayNotUnpackToMoreThanTheSize() throws Exception {
    net.cdnAnswers(whole().addHeader("Content-Encoding", "gzip").body(gzip(CONTENT.repeat(1000))));

    assertThatThrownBy(() -> net.fetch(request(sink)))
        .isInstanceOf(ChecksumMismatchException.class);
    assertThat(sink.size()).isEqualTo(CONTENT.length());
  }

  @Test
  void anotherEncodingIsRefused() {
    net.cdnAnswers(whole().addHeader("Content-Encoding", "br"));

    assertThatThrownBy(() -> net.fetch(request(sink)))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("an encoding that was not asked for");
  }

  private static Buffer gzip(String text) throws Exception {
    Buffer packed = new Buffer();
    try (var sink = Okio.buffer(new GzipSink(packed))) {
      sink.writeUtf8(text);
    }
    return packed;
  }
}
