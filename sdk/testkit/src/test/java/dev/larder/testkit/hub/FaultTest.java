package dev.larder.testkit.hub;

import static dev.larder.testkit.hub.HubClient.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultTest {

  private static final String MODEL = "model.onnx";
  private static final String RESOLVE = "/owner/name/resolve/main/" + MODEL;
  private static final int LENGTH = 200_000;
  private static final byte[] BYTES = Content.seeded(1, LENGTH).bytes(0, LENGTH);

  private final StandInHub hub = StandInHub.start();
  private final HubClient client = new HubClient(hub);

  FaultTest() {
    hub.repository("owner/name")
        .largeFile(MODEL, Content.seeded(1, LENGTH))
        .file("config.json", Content.of("{}"));
  }

  @AfterEach
  void close() {
    hub.close();
  }

  // Of servers.

  @Test
  void aServerFailsInBursts() throws Exception {
    hub.inject(new ServerFault.ServerError(Hop.RESOLVE, 500), MODEL, Turn.next(2))
        .inject(new ServerFault.ServerError(Hop.CONTENT, 503), MODEL);

    assertThat(client.get(RESOLVE).statusCode()).isEqualTo(500);
    assertThat(client.get(RESOLVE).statusCode()).isEqualTo(500);
    assertThat(client.download(RESOLVE).statusCode()).isEqualTo(503);
    assertThat(client.download(RESOLVE).body()).isEqualTo(BYTES);
    assertThat(hub.pendingFaults()).isEmpty();
  }

  @Test
  void aQuotaIsUsedUp() throws Exception {
    hub.inject(new ServerFault.RateLimited(Hop.RESOLVE, 0, 166), MODEL);

    HttpResponse<byte[]> answer = client.get(RESOLVE);

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(header(answer, "RateLimit")).isEqualTo("\"resolvers\";r=0;t=166");
    assertThat(header(answer, "Retry-After")).isEqualTo("-");
  }

  @Test
  void aServerSaysWhenToComeBack() throws Exception {
    hub.inject(new ServerFault.RetryAfter(Hop.CONTENT, 7), MODEL);

    HttpResponse<byte[]> answer = client.download(RESOLVE);

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(header(answer, "Retry-After")).isEqualTo("7");
    assertThat(header(answer, "RateLimit")).isEqualTo("-");
  }

  @Test
  void aServerSaysNothing() {
    hub.inject(new ServerFault.Silent(Hop.RESOLVE), MODEL);

    assertThatIOException()
        .isThrownBy(() -> client.patientFor(Duration.ofMillis(500)).get(RESOLVE))
        .withMessageContaining("timed out");
  }

  // Of the hub's answer.

  @Test
  void theCommitIsMissing() throws Exception {
    hub.inject(new ResolveFault.MissingCommit(), MODEL);

    HttpResponse<byte[]> answer = client.get(RESOLVE);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("X-Repo-Commit")).isEmpty();
    assertThat(client.get(RESOLVE).headers().firstValue("X-Repo-Commit")).isPresent();
  }

  @Test
  void aPermanentRedirectComesBefore() throws Exception {
    hub.inject(new ResolveFault.PermanentRedirect(StandInHub.HUB_NAME), MODEL);

    HttpResponse<byte[]> answer = client.get(RESOLVE);

    assertThat(answer.statusCode()).isEqualTo(308);
    assertThat(answer.headers().firstValue("X-Linked-Etag")).isEmpty();
    assertThat(client.follow(answer).statusCode()).isEqualTo(302);
  }

  @Test
  void aPermanentRedirectToAnotherOriginMustNotBeFollowedWithTheToken() throws Exception {
    hub.token("hf_somebody")
        .inject(new ResolveFault.PermanentRedirect(StandInHub.OTHER_NAME), MODEL);
    HttpResponse<byte[]> answer = client.get(RESOLVE, "Authorization", "Bearer hf_somebody");

    assertThat(URI.create(HubClient.location(answer)).getHost()).isEqualTo("127.0.0.1");
    assertThat(client.follow(answer).statusCode()).isEqualTo(302);
    assertThat(hub.log().leaks()).isEmpty();
    assertThat(client.follow(answer, "Authorization", "Bearer hf_somebody").statusCode())
        .isEqualTo(400);
    assertThat(hub.log().leaks()).hasSize(1);
  }

  @Test
  void theLengthOfTheRedirectMisleads() throws Exception {
    hub.inject(new ResolveFault.MisleadingLength(2), "config.json");

    HttpResponse<byte[]> answer = client.head("/owner/name/resolve/main/config.json");

    assertThat(answer.statusCode()).isEqualTo(307);
    assertThat(header(answer, "Content-Length")).isEqualTo("2");
  }

  @Test
  void theDigestChanges() throws Exception {
    hub.inject(new ResolveFault.ChangedDigest(), MODEL)
        .inject(new ResolveFault.ChangedDigest(), "config.json");

    String digest = header(client.get(RESOLVE), "X-Linked-Etag");

    assertThat(digest).hasSize(66).isNotEqualTo(header(client.get(RESOLVE), "X-Linked-Etag"));
    assertThat(header(client.get("/owner/name/resolve/main/config.json"), "X-Linked-Etag"))
        .hasSize(42);
  }

  // Of bodies.

  @Test
  void aSignedAddressExpiresMidFile() throws Exception {
    hub.inject(new ContentFault.UrlExpiresAfterBytes(70_000), MODEL);
    HttpResponse<byte[]> redirect = client.get(RESOLVE);

    assertThatIOException().isThrownBy(() -> client.follow(redirect));
    assertThat(hub.log().bytesServed(MODEL)).isEqualTo(70_000);
    assertThat(client.follow(redirect, "Range", "bytes=70000-").statusCode()).isEqualTo(403);
    assertThat(client.download(RESOLVE, "Range", "bytes=70000-").body())
        .isEqualTo(Arrays.copyOfRange(BYTES, 70_000, LENGTH));
    assertThat(hub.log().bytesServedAgain(MODEL)).isZero();
  }

  @Test
  void aSignedAddressHasExpiredAlready() throws Exception {
    hub.inject(new ContentFault.UrlExpiresAfterTime(Duration.ZERO), MODEL);

    HttpResponse<byte[]> redirect = client.get(RESOLVE);
    assertThat(client.follow(redirect).statusCode()).isEqualTo(403);
    assertThat(client.follow(redirect).statusCode()).isEqualTo(403);
    assertThat(client.download(RESOLVE).statusCode()).isEqualTo(200);
    assertThat(hub.log().requests(Origin.CDN))
        .allSatisfy(request -> assertThat(request.path()).isEqualTo(MODEL))
        .extracting(LoggedRequest::status)
        .containsExactly(403, 403, 200);
  }

  @Test
  void aSignedAddressExpiresAfterAWhile() throws Exception {
    hub.inject(new ContentFault.UrlExpiresAfterTime(Duration.ofMillis(300)), MODEL);
    HttpResponse<byte[]> redirect = client.get(RESOLVE);

    assertThat(client.follow(redirect).statusCode()).isEqualTo(200);
    Thread.sleep(400);
    assertThat(client.follow(redirect).statusCode()).isEqualTo(403);
  }

  @Test
  void aBodyIsTruncated() {
    hub.inject(new ContentFault.Truncated(100_000), MODEL);

    assertThatIOException().isThrownBy(() -> client.download(RESOLVE));
    assertThat(hub.log().bytesServed(MODEL)).isEqualTo(100_000);
  }

  @Test
  void aConnectionStalls() {
    hub.inject(new ContentFault.Stalled(100_000), MODEL);

    assertThatIOException()
        .isThrownBy(() -> client.patientFor(Duration.ofMillis(500)).download(RESOLVE));
    assertThat(hub.log().bytesServed(MODEL)).isEqualTo(100_000);
  }

  @Test
  void aConnectionIsSlow() throws Exception {
    hub.inject(new ContentFault.Slow(400_000), MODEL);
    long start = System.nanoTime();

    assertThat(client.download(RESOLVE).body()).isEqualTo(BYTES);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofMillis(500), Duration.ofSeconds(5));
  }

  @Test
  void aBodyIsOverlong() throws Exception {
    hub.inject(new ContentFault.Overlong(3), MODEL, Turn.next(2));

    HttpResponse<byte[]> whole = client.download(RESOLVE);
    HttpResponse<byte[]> partial = client.download(RESOLVE, "Range", "bytes=199999-");

    assertThat(whole.body()).hasSize(LENGTH + 3).startsWith(BYTES);
    assertThat(header(partial, "Content-Range")).isEqualTo("bytes 199999-199999/200000");
    assertThat(partial.body()).hasSize(4);
  }

  @Test
  void aByteIsWrong() throws Exception {
    hub.inject(new ContentFault.WrongBytes(), MODEL);

    byte[] body = client.download(RESOLVE).body();

    assertThat(Arrays.mismatch(body, BYTES)).isEqualTo(LENGTH / 2);
    body[LENGTH / 2] ^= 1;
    assertThat(body).isEqualTo(BYTES);
  }

  @Test
  void smallTextIsGzippedUnasked() throws Exception {
    hub.inject(new ContentFault.Gzipped(), "config.json");

    HttpResponse<byte[]> answer =
        client.download("/owner/name/resolve/main/config.json", "Accept-Encoding", "identity");

    assertThat(header(answer, "Content-Encoding")).isEqualTo("gzip");
    assertThat(SmallFileTest.gunzip(answer.body())).isEqualTo("{}");
  }

  // Of ranges.

  @Test
  void aRangeIsAnsweredWithoutAByte() throws Exception {
    hub.inject(new RangeFault.EmptyPartial(), MODEL);

    HttpResponse<byte[]> answer = range();

    assertThat(answer.statusCode()).isEqualTo(206);
    assertThat(header(answer, "Content-Length")).isEqualTo("0");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void aRangeIsAnsweredWithTheWhole() throws Exception {
    hub.inject(new RangeFault.IgnoredRange(), MODEL);

    HttpResponse<byte[]> answer = range();

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Range")).isEmpty();
    assertThat(answer.body()).isEqualTo(BYTES);
  }

  @Test
  void aRangeIsAnsweredWithAnother() throws Exception {
    hub.inject(new RangeFault.WrongContentRange(), MODEL);

    HttpResponse<byte[]> answer = range();

    assertThat(header(answer, "Content-Range")).isEqualTo("bytes 99999-199999/200000");
    assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(BYTES, 99_999, LENGTH));
  }

  @Test
  void aRangeCannotBeHad() throws Exception {
    hub.inject(new RangeFault.NotSatisfiable(), MODEL);

    HttpResponse<byte[]> answer = range();

    assertThat(answer.statusCode()).isEqualTo(416);
    assertThat(header(answer, "Content-Range")).isEqualTo("bytes */200000");
  }

  @Test
  void theTagChangesBetweenAttempts() throws Exception {
    String before = header(client.download(RESOLVE), "ETag");
    hub.inject(new RangeFault.ChangedEtag(), MODEL);

    HttpResponse<byte[]> answer =
        client.download(RESOLVE, "Range", "bytes=100000-", "If-Range", before);
    String after = header(answer, "ETag");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(after).isNotEqualTo(before);
    assertThat(header(client.download(RESOLVE), "ETag")).isEqualTo(after);
  }

  @Test
  void whoeverDoesNotAskIsGivenThePartOfTheChangedFile() throws Exception {
    String before = header(client.download(RESOLVE), "ETag");
    hub.inject(new RangeFault.ChangedEtag(), MODEL);

    HttpResponse<byte[]> answer = range();

    assertThat(answer.statusCode()).isEqualTo(206);
    assertThat(header(answer, "ETag")).isNotEqualTo(before);
  }

  private HttpResponse<byte[]> range() throws IOException, InterruptedException {
    return client.download(RESOLVE, "Range", "bytes=100000-");
  }
}
