package dev.larder.testkit.hub;

import static dev.larder.testkit.hub.HubClient.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Revisions, names, prefixes, and the ways of mirrors. */
class AddressTest {

  private static final String FIRST = "1111111111111111111111111111111111111111";
  private static final String SECOND = "2222222222222222222222222222222222222222";
  private static final Content CONTENT = Content.seeded(7, 5000);

  private final StandInHub hub = StandInHub.start();
  private final HubRepository repository = hub.repository("owner/name");
  private final HubClient client = new HubClient(hub);

  AddressTest() {
    repository
        .commit(FIRST)
        .branch("feature/x")
        .tag("v1")
        .file("a dir/it's 100%.json", Content.of("{}"))
        .largeFile("model.bin", CONTENT)
        .commit(SECOND)
        .file("new.json", Content.of("[]"));
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void branchesAndTagsMeanCommits() throws Exception {
    assertThat(commitOf("main")).isEqualTo(SECOND);
    assertThat(commitOf("feature%2Fx")).isEqualTo(FIRST);
    assertThat(commitOf("v1")).isEqualTo(FIRST);
    assertThat(commitOf(FIRST)).isEqualTo(FIRST);
    assertThat(client.get("/owner/name/resolve/v1/new.json").statusCode()).isEqualTo(404);
  }

  private String commitOf(String revision) throws Exception {
    return header(client.get("/owner/name/resolve/" + revision + "/model.bin"), "X-Repo-Commit");
  }

  @Test
  void aSlashInARevisionMustBeEncoded() throws Exception {
    assertThat(client.get("/owner/name/resolve/feature/x/model.bin").statusCode()).isEqualTo(404);
  }

  @Test
  void pathsMayHoldAnything() throws Exception {
    HttpResponse<byte[]> answer =
        client.download("/owner/name/resolve/main/a%20dir/it%27s%20100%25.json");

    assertThat(answer.body()).asString().isEqualTo("{}");
  }

  @Test
  void aRenamedRepositoryRedirectsAndSaysNothingElse() throws Exception {
    hub.repository("old/name").renamedTo("owner/name");

    HttpResponse<byte[]> answer = client.get("/old/name/resolve/main/model.bin");

    assertThat(answer.statusCode()).isEqualTo(307);
    assertThat(header(answer, "Location")).isEqualTo("/owner/name/resolve/main/model.bin");
    assertThat(answer.headers().firstValue("X-Repo-Commit")).isEmpty();
    assertThat(client.follow(answer).statusCode()).isEqualTo(302);
    assertThat(header(client.get("/api/models/old/name/revision/main?blobs=true"), "Location"))
        .isEqualTo("/api/models/owner/name/revision/main?blobs=true");
  }

  @Test
  void aFileCanComeAtOnce() throws Exception {
    repository.delivery(Delivery.DIRECT);

    HttpResponse<byte[]> answer = client.get("/owner/name/resolve/main/model.bin");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(CONTENT.bytes(0, 5000));
    assertThat(header(answer, "X-Linked-Etag")).isEqualTo('"' + CONTENT.sha256() + '"');
    assertThat(header(answer, "X-Repo-Commit")).isEqualTo(SECOND);
  }

  @Test
  void aMirrorTellsOnTheFinalHopWhatTheHubTellsOnTheFirst() throws Exception {
    repository.delivery(Delivery.MIRROR);

    HttpResponse<byte[]> redirect = client.get("/owner/name/resolve/main/model.bin");
    HttpResponse<byte[]> answer = client.follow(redirect);

    assertThat(redirect.headers().map().keySet())
        .doesNotContain("x-repo-commit", "x-linked-etag", "x-linked-size");
    assertThat(header(answer, "X-Repo-Commit")).isEqualTo(SECOND);
    assertThat(header(answer, "X-Linked-Etag")).isEqualTo('"' + CONTENT.sha256() + '"');
    assertThat(header(answer, "X-Linked-Size")).isEqualTo("5000");
    assertThat(header(client.download("/owner/name/resolve/main/new.json"), "X-Repo-Commit"))
        .isEqualTo(SECOND);
  }

  @Test
  void aRepositoryManagerMayPassOnLocationsThatKnowNothingOfItsPrefix() throws Exception {
    String root = hub.endpoint();
    hub.behind("/api/hf");

    HttpResponse<byte[]> redirect = client.get("/owner/name/resolve/main/new.json");

    assertThat(hub.endpoint()).isEqualTo(root + "/api/hf");
    assertThat(header(redirect, "Location")).startsWith("/api/resolve-cache/");
    assertThat(client.follow(redirect).statusCode()).isEqualTo(404);
    assertThat(client.get(header(redirect, "Location")).statusCode()).isEqualTo(200);
  }

  @Test
  void aRepositoryManagerMayRewriteLocations() throws Exception {
    hub.behindRewriting("/api/hf");

    HttpResponse<byte[]> redirect = client.get("/owner/name/resolve/main/new.json");

    assertThat(header(redirect, "Location")).startsWith("/api/hf/api/resolve-cache/");
    assertThat(client.follow(redirect).statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsNoAddressOfTheHubIsNotFound() throws Exception {
    assertThat(client.get("/").statusCode()).isEqualTo(404);
    assertThat(client.get("/owner/name").statusCode()).isEqualTo(404);
    assertThat(client.get("/api/models/owner/name/commits/main").statusCode()).isEqualTo(404);
  }

  @Test
  void nothingCanBeWritten() throws Exception {
    assertThat(client.send("DELETE", "/owner/name/resolve/main/new.json").statusCode())
        .isEqualTo(405);
  }
}
