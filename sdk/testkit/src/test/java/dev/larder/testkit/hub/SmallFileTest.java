package dev.larder.testkit.hub;

import static dev.larder.testkit.hub.HubClient.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SmallFileTest {

  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
  private static final String RESOLVE = "/owner/name/resolve/main/config.json";
  private static final Content CONTENT = Content.of("hello\n");

  private final StandInHub hub = StandInHub.start();
  private final HubClient client = new HubClient(hub);

  SmallFileTest() {
    hub.repository("owner/name").commit(COMMIT).file("config.json", CONTENT);
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void theHubRedirectsToItsOwnCache() throws Exception {
    HttpResponse<byte[]> answer = client.get(RESOLVE);

    assertThat(answer.statusCode()).isEqualTo(307);
    assertThat(header(answer, "Location"))
        .startsWith("/api/resolve-cache/models/owner/name/" + COMMIT + "/config.json?")
        .endsWith("&etag=%22ce013625030ba8dba906f756967f9e9ca394464a%22");
    assertThat(header(answer, "X-Repo-Commit")).isEqualTo(COMMIT);
    assertThat(header(answer, "X-Linked-Etag"))
        .isEqualTo("\"ce013625030ba8dba906f756967f9e9ca394464a\"");
    assertThat(answer.headers().firstValue("X-Linked-Size")).isEmpty();
  }

  @Test
  void theLengthOfTheRedirectIsThatOfItsOwnBody() throws Exception {
    HttpResponse<byte[]> answer = client.get(RESOLVE);

    assertThat(header(answer, "Content-Length")).isEqualTo("" + answer.body().length);
    assertThat(answer.body().length).isNotEqualTo(6);
    assertThat(header(client.head(RESOLVE), "Content-Length")).isEqualTo("" + answer.body().length);
  }

  @Test
  void theCacheNamesTheContentAsGitDoes() throws Exception {
    HttpResponse<byte[]> answer = client.download(RESOLVE, "Accept-Encoding", "identity");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "ETag")).isEqualTo('"' + CONTENT.gitSha1() + '"');
    assertThat(header(answer, "X-Repo-Commit")).isEqualTo(COMMIT);
    assertThat(answer.headers().firstValue("X-Linked-Etag")).isEmpty();
    assertThat(header(answer, "Content-Length")).isEqualTo("6");
    assertThat(answer.body()).asString().isEqualTo("hello\n");
  }

  @Test
  void theCacheServesRanges() throws Exception {
    HttpResponse<byte[]> answer = client.download(RESOLVE, "Range", "bytes=2-");

    assertThat(answer.statusCode()).isEqualTo(206);
    assertThat(answer.body()).asString().isEqualTo("llo\n");
  }

  @Test
  void theQueryOfTheLocationIsNeeded() throws Exception {
    String location = HubClient.location(client.get(RESOLVE));

    assertThat(client.get(location.replaceFirst("\\?.*", "")).statusCode()).isEqualTo(400);
  }

  @Test
  void smallTextIsGzippedForThoseWhoTakeIt() throws Exception {
    HttpResponse<byte[]> answer = client.download(RESOLVE, "Accept-Encoding", "gzip, deflate");

    assertThat(header(answer, "Content-Encoding")).isEqualTo("gzip");
    assertThat(answer.headers().firstValue("Content-Length")).isEmpty();
    assertThat(gunzip(answer.body())).isEqualTo("hello\n");
  }

  @Test
  void whatIsNotTextIsNeverGzipped() throws Exception {
    hub.repository("owner/name").file("weights.bin", new byte[] {1, 0, 2});

    HttpResponse<byte[]> answer =
        client.download("/owner/name/resolve/main/weights.bin", "Accept-Encoding", "gzip");

    assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(answer.body()).containsExactly(1, 0, 2);
  }

  static String gunzip(byte[] body) throws Exception {
    return new String(
        new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes(), StandardCharsets.UTF_8);
  }
}
