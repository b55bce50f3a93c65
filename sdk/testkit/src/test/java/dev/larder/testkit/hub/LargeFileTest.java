package dev.larder.testkit.hub;

import static dev.larder.testkit.hub.HubClient.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LargeFileTest {

  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
  private static final String MODEL = "onnx/model.onnx";
  private static final String RESOLVE = "/owner/name/resolve/main/" + MODEL;
  private static final Content CONTENT = Content.seeded(1, 300_001);

  private final StandInHub hub = StandInHub.start();
  private final HubClient client = new HubClient(hub);

  LargeFileTest() {
    hub.repository("owner/name").commit(COMMIT).largeFile(MODEL, CONTENT);
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void theHubRedirectsToAnotherOriginAndSaysWhatTheFileIs() throws Exception {
    HttpResponse<byte[]> answer = client.get(RESOLVE);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(header(answer, "X-Repo-Commit")).isEqualTo(COMMIT);
    assertThat(header(answer, "X-Linked-Size")).isEqualTo("300001");
    assertThat(header(answer, "X-Linked-Etag")).isEqualTo('"' + CONTENT.sha256() + '"');
    assertThat(header(answer, "X-Xet-Hash")).hasSize(64).isNotEqualTo(CONTENT.sha256());
    assertThat(header(answer, "RateLimit")).startsWith("\"resolvers\";r=");
    URI location = URI.create(header(answer, "Location"));
    assertThat(location.getHost()).isNotEqualTo(answer.uri().getHost());
    assertThat(location.getPort()).isNotEqualTo(answer.uri().getPort());
    assertThat(location.getQuery()).contains("Expires=", "Policy=", "Signature=");
  }

  @Test
  void theCdnNamesTheContentByItsXetHash() throws Exception {
    HttpResponse<byte[]> redirect = client.get(RESOLVE);
    HttpResponse<byte[]> answer = client.follow(redirect);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(CONTENT.bytes(0, 300_001));
    assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
    assertThat(header(answer, "ETag")).isEqualTo('"' + header(redirect, "X-Xet-Hash") + '"');
  }

  @Test
  void aRangeIsAnsweredWithExactlyIt() throws Exception {
    HttpResponse<byte[]> answer = client.download(RESOLVE, "Range", "bytes=100003-200000");

    assertThat(answer.statusCode()).isEqualTo(206);
    assertThat(header(answer, "Content-Range")).isEqualTo("bytes 100003-200000/300001");
    assertThat(answer.body()).isEqualTo(CONTENT.bytes(100_003, 99_998));
    assertThat(hub.log().bytesServed(MODEL)).isEqualTo(99_998);
  }

  @Test
  void aRangeThatBeginsAtTheEndCannotBeHad() throws Exception {
    HttpResponse<byte[]> answer = client.download(RESOLVE, "Range", "bytes=300001-");

    assertThat(answer.statusCode()).isEqualTo(416);
    assertThat(header(answer, "Content-Range")).isEqualTo("bytes */300001");
  }

  @Test
  void aRangeOfAnotherContentIsAnsweredWithTheWhole() throws Exception {
    HttpResponse<byte[]> redirect = client.get(RESOLVE);
    String etag = '"' + header(redirect, "X-Xet-Hash") + '"';

    assertThat(
            client
                .follow(redirect, "Range", "bytes=5-", "If-Range", '"' + CONTENT.sha256() + '"')
                .statusCode())
        .isEqualTo(200);
    assertThat(client.follow(redirect, "Range", "bytes=5-", "If-Range", etag).statusCode())
        .isEqualTo(206);
  }

  @Test
  void headTellsTheLengthAndSendsNothing() throws Exception {
    HttpResponse<byte[]> redirect = client.head(RESOLVE);
    HttpResponse<byte[]> answer = client.head(HubClient.location(redirect));

    assertThat(redirect.statusCode()).isEqualTo(302);
    assertThat(header(redirect, "X-Linked-Size")).isEqualTo("300001");
    assertThat(header(answer, "Content-Length")).isEqualTo("300001");
    assertThat(answer.body()).isEmpty();
    assertThat(hub.log().bytesServed(MODEL)).isZero();
  }

  @Test
  void theCdnRefusesATokenAndTheLogShowsIt() throws Exception {
    HttpResponse<byte[]> answer = client.download(RESOLVE, "Authorization", "Bearer hf_secret");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(hub.log().leaks()).hasSize(1);
  }

  @Test
  void theCdnRefusesAnAddressWithoutItsSignature() throws Exception {
    String location = HubClient.location(client.get(RESOLVE));

    assertThat(client.get(location.replaceFirst("\\?.*", "")).statusCode()).isEqualTo(403);
  }

  @Test
  void theLogTellsWhatWasServedTwice() throws Exception {
    client.download(RESOLVE, "Range", "bytes=0-99999");
    client.download(RESOLVE, "Range", "bytes=90000-109999");
    client.download(RESOLVE, "Range", "bytes=200000-");

    assertThat(hub.log().downloads(MODEL))
        .extracting(LoggedRequest::range)
        .isEqualTo(Arrays.asList("bytes=0-99999", "bytes=90000-109999", "bytes=200000-"));
    assertThat(hub.log().bytesServedAgain(MODEL)).isEqualTo(10_000);
    assertThat(hub.log().requests(Origin.HUB)).hasSize(3);
  }
}
