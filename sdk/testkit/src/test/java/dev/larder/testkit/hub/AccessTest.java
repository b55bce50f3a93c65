package dev.larder.testkit.hub;

import static dev.larder.testkit.hub.HubClient.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccessTest {

  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
  private static final String FILE = "/owner/name/resolve/main/config.json";

  private final StandInHub hub = StandInHub.start().token("hf_somebody");
  private final HubRepository repository = hub.repository("owner/name");
  private final HubClient client = new HubClient(hub);

  AccessTest() {
    repository.commit(COMMIT).file("config.json", Content.of("{}"));
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void aMissingFileIsToldTogetherWithTheCommit() throws Exception {
    HttpResponse<byte[]> answer = anonymously("/owner/name/resolve/main/none.json");

    assertRefused(answer, 404, "EntryNotFound");
    assertThat(header(answer, "X-Repo-Commit")).isEqualTo(COMMIT);
  }

  @Test
  void aMissingRevisionIsTold() throws Exception {
    assertRefused(anonymously("/owner/name/resolve/v9/config.json"), 404, "RevisionNotFound");
    assertRefused(anonymously("/api/models/owner/name/revision/v9"), 404, "RevisionNotFound");
  }

  @Test
  void aMissingRepositoryLooksLikeAPrivateOne() throws Exception {
    HttpResponse<byte[]> answer = anonymously("/owner/none/resolve/main/config.json");

    assertRefused(answer, 401, "-");
    assertThat(header(answer, "X-Error-Message")).isEqualTo("Invalid username or password.");
    assertRefused(as("hf_somebody", "/owner/none/resolve/main/config.json"), 404, "RepoNotFound");
  }

  @Test
  void aPrivateRepositoryIsSeenByItsOwnerAlone() throws Exception {
    repository.privateRepository("hf_owner");

    assertRefused(anonymously(FILE), 401, "-");
    assertRefused(as("hf_somebody", FILE), 404, "RepoNotFound");
    assertRefused(as("hf_somebody", "/api/models/owner/name"), 404, "RepoNotFound");
    assertThat(as("hf_owner", FILE).statusCode()).isEqualTo(307);
  }

  @Test
  void theCacheOfAPrivateRepositoryAsksForTheTokenToo() throws Exception {
    repository.privateRepository("hf_owner");
    HttpResponse<byte[]> redirect = as("hf_owner", FILE);

    assertRefused(client.follow(redirect), 401, "-");
    assertThat(client.follow(redirect, "Authorization", "Bearer hf_owner").statusCode())
        .isEqualTo(200);
  }

  @Test
  void aBadTokenIsRefusedEvenWhereNoneIsNeeded() throws Exception {
    HttpResponse<byte[]> answer = as("hf_wrong", FILE);

    assertRefused(answer, 401, "-");
    assertThat(header(answer, "X-Error-Message"))
        .isEqualTo("Invalid credentials in Authorization header");
  }

  @Test
  void aGatedRepositoryGivesItsFilesToThoseWhoAcceptedItsTerms() throws Exception {
    repository.gated("hf_accepted");

    assertRefused(anonymously(FILE), 401, "GatedRepo");
    assertRefused(as("hf_somebody", FILE), 403, "GatedRepo");
    assertThat(as("hf_accepted", FILE).statusCode()).isEqualTo(307);
  }

  @Test
  void whatAGatedRepositoryHoldsIsToldToEverybody() throws Exception {
    String metadata = "/api/models/owner/name/revision/main";

    repository.gated();
    assertThat(anonymously(metadata).body()).asString().contains("\"gated\":\"manual\"");
    repository.gatedByTerms();
    assertThat(anonymously(metadata).body()).asString().contains("\"gated\":\"auto\"");
  }

  @Test
  void aDisabledRepositoryGivesNothing() throws Exception {
    repository.disabled();

    HttpResponse<byte[]> answer = as("hf_somebody", FILE);

    assertRefused(answer, 403, "-");
    assertThat(header(answer, "X-Error-Message")).isEqualTo("Access to this resource is disabled.");
  }

  private HttpResponse<byte[]> anonymously(String path) throws IOException, InterruptedException {
    return client.get(path);
  }

  private HttpResponse<byte[]> as(String token, String path)
      throws IOException, InterruptedException {
    return client.get(path, "Authorization", "Bearer " + token);
  }

  private static void assertRefused(HttpResponse<byte[]> answer, int status, String code) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(header(answer, "X-Error-Code")).isEqualTo(code);
  }
}
