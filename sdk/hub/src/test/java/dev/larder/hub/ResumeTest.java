package dev.larder.hub;

import static dev.larder.hub.Loopback.requestsTo;
import static dev.larder.hub.Loopback.sent;
import static dev.larder.hub.Replies.COMMIT;
import static dev.larder.hub.Replies.CONTENT;
import static dev.larder.hub.Replies.cut;
import static dev.larder.hub.Replies.file;
import static dev.larder.hub.Replies.gitFile;
import static dev.larder.hub.Replies.request;
import static dev.larder.hub.Replies.restAfter;
import static dev.larder.hub.Replies.unknownFile;
import static dev.larder.hub.Replies.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.DownloadFailedException;
import java.time.Duration;
import java.util.Collections;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResumeTest {

  @RegisterExtension final Loopback net = new Loopback();
  private MemorySink sink = new MemorySink();

  @Test
  void whatIsThereFromAnEarlierRunIsNotFetchedAgain() throws InterruptedException {
    sink = MemorySink.holding(CONTENT.substring(0, 10));
    net.cdnAnswers(restAfter(10));

    fetchesTheContent();

    assertThat(sent("Range", requestsTo(net.cdn))).containsExactly("bytes=10-");
    assertThat(sink.restarts).isZero();
  }

  @Test
  void aBodyThatEndsEarlyIsContinuedAtOnce() throws InterruptedException {
    net.cdnAnswers(cut(whole(), 0, 10), cut(restAfter(10), 10, 20), restAfter(20));

    fetchesTheContent();

    var asked = requestsTo(net.cdn);
    assertThat(sent("Range", asked)).containsExactly("-", "bytes=10-", "bytes=20-");
    assertThat(sent("If-Range", asked)).containsExactly("-", "\"xet\"", "\"xet\"");
    assertThat(net.pauses).containsOnly(Duration.ZERO);
    assertThat(sink.restarts).isZero();
  }

  @Test
  void aFileOfUnknownDigestIsContinuedByItsEtag() {
    net.hubAnswers(cut(whole(), 0, 10), restAfter(10));

    net.fetch(request(COMMIT, unknownFile(), sink));

    assertThat(sink.text()).isEqualTo(CONTENT);
    assertThat(sink.restarts).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"W/\"weak\"", "unquoted", "\"two words\"", "\"\""})
  void aFileOfUnknownDigestIsNotContinuedWithoutStrongEtag(String etag)
      throws InterruptedException {
    net.hubAnswers(cut(whole().setHeader("ETag", etag), 0, 10), whole());

    net.fetch(request(COMMIT, unknownFile(), sink));

    assertThat(sink.text()).isEqualTo(CONTENT);
    assertThat(sent("Range", requestsTo(net.hub))).containsExactly("-", "-");
  }

  @Test
  void whatIsThereOfAFileOfUnknownDigestIsFetchedAgain() {
    sink = MemorySink.holding("nobody knows what");
    net.hubAnswers(whole());

    net.fetch(request(COMMIT, unknownFile(), sink));

    assertThat(sink.text()).isEqualTo(CONTENT);
  }

  @Test
  void aGitFileIsVerifiedWhereTheWholeOfItComesAgain() {
    net.hubAnswers(cut(whole(), 0, 10), cut(whole(), 0, 5), restAfter(10));

    net.fetch(request(COMMIT, gitFile(), sink));

    assertThat(sink.text()).isEqualTo(CONTENT);
    assertThat(sink.restarts).isZero();
  }

  @Test
  void aGitFileIsContinuedAndStillVerified() {
    net.hubAnswers(cut(whole(), 0, 10), restAfter(10));

    net.fetch(request(COMMIT, gitFile(), sink));

    assertThat(sink.text()).isEqualTo(CONTENT);
    assertThat(sink.restarts).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes 9-33/34",
        "bytes 10-32/34",
        "bytes 10-33/35",
        "bytes 10-34/35",
        "bytes 10-33/*",
        "bytes */34",
        "bytes 33-10/34",
        "characters 10-33/34",
        "bytes 99999999999999999999-33/34",
        "-"
      })
  void aWrongContentRangeMeansToAskForTheWholeFile(String contentRange)
      throws InterruptedException {
    sink = MemorySink.holding(CONTENT.substring(0, 10));
    net.cdnAnswers(restAfter(10).setHeader("Content-Range", contentRange), whole());

    fetchesTheContent();

    assertThat(sent("Range", requestsTo(net.cdn))).containsExactly("bytes=10-", "-");
    assertThat(sink.restarts).isZero();
  }

  @Test
  void anUnaskedPartIsNotTaken() {
    net.cdnAnswers(restAfter(0), whole());

    fetchesTheContent();
  }

  @Test
  void theWholeFileInsteadOfARangeIsComparedWithWhatIsThere() {
    sink = MemorySink.holding(CONTENT.substring(0, 10));
    net.cdnAnswers(whole());

    fetchesTheContent();
    assertThat(sink.restarts).isZero();
  }

  @Test
  void anotherWholeFileIsNotTakenAtItsFirstWord() throws InterruptedException {
    sink = MemorySink.holding(CONTENT.substring(0, 10));
    net.cdnAnswers(whole(CONTENT.replace('A', 'B')), restAfter(10));

    fetchesTheContent();
    assertThat(sent("Range", requestsTo(net.cdn))).containsExactly("bytes=10-", "bytes=10-");
    assertThat(sink.restarts).isZero();
  }

  @Test
  void aBeginningThatIsOfNoFileOnTheServerIsReplaced() throws InterruptedException {
    sink = MemorySink.holding("Nothing of it");
    net.cdnAnswers(whole(), whole(), whole());

    fetchesTheContent();
    assertThat(sent("Range", requestsTo(net.cdn))).containsExactly("bytes=13-", "bytes=13-", "-");
    assertThat(sink.restarts).isEqualTo(1);
  }

  @Test
  void moreThanTheServerHasIsNotOfItsFile() {
    sink = MemorySink.holding(CONTENT.substring(0, 20));
    net.cdnAnswers(
        whole().chunkedBody(CONTENT.substring(0, 10), 8),
        whole().chunkedBody(CONTENT.substring(0, 10), 8),
        whole());

    fetchesTheContent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "Text/HTML; charset=utf-8", "application/xhtml+xml"})
  void aWebPageInsteadOfTheFileCostsNoByte(String type) throws InterruptedException {
    sink = MemorySink.holding(CONTENT.substring(0, 10));
    net.cdnAnswers(webPage(type), restAfter(10));

    fetchesTheContent();
    assertThat(sent("Range", requestsTo(net.cdn))).containsExactly("bytes=10-", "bytes=10-");
    assertThat(sink.restarts).isZero();
  }

  @Test
  void whoGetsNothingButWebPagesIsToldSo() {
    sink = MemorySink.holding(CONTENT.substring(0, 10));
    net.hubAnswers(
        Collections.nCopies(9, webPage("text/html")).toArray(MockResponse.Builder[]::new));

    assertThatThrownBy(() -> net.fetch(request("main", file(), sink)))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("the server answers with a web page (text/html), not the file")
        .hasMessageContaining("Kept for the next try: 10 bytes");
    assertThat(sink.text()).isEqualTo(CONTENT.substring(0, 10));
  }

  @Test
  void aFileThatIsCalledAWebPageByMistakeIsTaken() {
    net.cdnAnswers(whole().setHeader("Content-Type", "text/html"));

    fetchesTheContent();
  }

  private static MockResponse.Builder webPage(String type) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", type)
        .body("<html>Log in first</html>");
  }

  @Test
  void aPartWithoutBytesIsAskedForAgain() {
    sink = MemorySink.holding(CONTENT.substring(0, 10));
    net.cdnAnswers(restAfter(10).body(""), restAfter(10));

    fetchesTheContent();
    assertThat(net.pauses).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  void partsThatNeverBringBytesAreGivenUp() {
    sink = MemorySink.holding(CONTENT.substring(0, 10));
    net.cdnAnswers(
        Collections.nCopies(9, restAfter(10).body("")).toArray(MockResponse.Builder[]::new));

    assertThatThrownBy(() -> net.fetch(request(sink)))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("the server ended after 10 of 34 bytes")
        .hasMessageContaining("Kept for the next try: 10 bytes");
    assertThat(net.cdn.getRequestCount()).isEqualTo(5);
  }

  @Test
  void nothingAfterTheLastByteMeansThatTheFileIsComplete() {
    sink = MemorySink.holding(CONTENT);
    net.cdnAnswers(new MockResponse.Builder().code(416).addHeader("Content-Range", "bytes */34"));

    fetchesTheContent();
    assertThat(sink.restarts).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes */33", "bytes */35", "-"})
  void anotherEndOfTheFileMeansToAskForTheWholeFile(String contentRange) {
    sink = MemorySink.holding(CONTENT);
    net.cdnAnswers(
        new MockResponse.Builder().code(416).addHeader("Content-Range", contentRange), whole());

    fetchesTheContent();
    assertThat(sink.restarts).isZero();
  }

  @Test
  void moreThanThereCanBeIsThrownAway() throws InterruptedException {
    sink = MemorySink.holding(CONTENT + "!");
    net.cdnAnswers(whole());

    fetchesTheContent();
    assertThat(sent("Range", requestsTo(net.cdn))).containsExactly("-");
  }

  @Test
  void anotherVersionIsComparedWithWhatIsThere() throws InterruptedException {
    net.cdnAnswers(cut(whole(), 0, 10), restAfter(10).setHeader("ETag", "\"new\""), whole());

    fetchesTheContent();
    assertThat(sent("Range", requestsTo(net.cdn))).containsExactly("-", "bytes=10-", "-");
    assertThat(sink.restarts).isZero();
  }

  @Test
  void anotherVersionOfAFileOfUnknownDigestReplacesTheOldOne() {
    String other = MemorySink.gitSha1("other");
    net.hubAnswers(
        cut(whole(), 0, 10).addHeader("X-Linked-Etag", MemorySink.gitSha1(CONTENT)),
        restAfter(10).addHeader("X-Linked-Etag", other),
        whole(CONTENT.replace('A', 'B')).addHeader("X-Linked-Etag", other),
        whole(CONTENT.replace('A', 'B')).addHeader("X-Linked-Etag", other));

    net.fetch(request(COMMIT, unknownFile(), sink));

    assertThat(sink.restarts).isEqualTo(1);
    assertThat(sink.text()).isEqualTo(CONTENT.replace('A', 'B'));
  }

  @Test
  void anExpiredAddressIsAskedForAnew() throws InterruptedException {
    net.cdnAnswers(cut(whole(), 0, 10), new MockResponse.Builder().code(403), restAfter(10));

    fetchesTheContent();

    assertThat(net.hub.getRequestCount()).isEqualTo(3);
    assertThat(sent("Range", requestsTo(net.cdn))).containsExactly("-", "bytes=10-", "bytes=10-");
    assertThat(net.pauses).containsOnly(Duration.ZERO);
  }

  private void fetchesTheContent() {
    net.fetch(request(sink));
    assertThat(sink.text()).isEqualTo(CONTENT);
  }
}
