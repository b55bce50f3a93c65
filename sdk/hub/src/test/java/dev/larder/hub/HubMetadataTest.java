package dev.larder.hub;

import static dev.larder.hub.Loopback.TOKEN;
import static dev.larder.hub.Loopback.requestsTo;
import static dev.larder.hub.Loopback.sent;
import static dev.larder.hub.Replies.COMMIT;
import static dev.larder.hub.Replies.CONTENT;
import static dev.larder.hub.Replies.error;
import static dev.larder.hub.Replies.file;
import static dev.larder.hub.Replies.gitFile;
import static dev.larder.hub.Replies.unknownFile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.ChecksumMismatchException;
import dev.larder.api.DownloadFailedException;
import dev.larder.api.GatedException;
import dev.larder.api.OfflineException;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Source;
import dev.larder.core.fetch.Declared;
import dev.larder.core.fetch.MetadataRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HubMetadataTest {

  private static final String LISTING =
      """
      {"id": "owner/minilm", "sha": "%s", "gated": "manual", "tags": ["onnx", {"a": 1}],
       "siblings": [
        {"rfilename": "README.md"},
        {"rfilename": "config.json", "size": %d, "blobId": "%s"},
        {"rfilename": "onnx/model.onnx", "size": %d, "blobId": "%s",
         "lfs": {"sha256": "%s", "size": %d, "pointerSize": 134}}]}
      """
          .formatted(
              COMMIT,
              CONTENT.length(),
              gitFile().gitSha1(),
              CONTENT.length(),
              MemorySink.gitSha1("the pointer"),
              file().sha256(),
              CONTENT.length());

  @RegisterExtension final Loopback net = new Loopback();

  @Test
  void aBranchBecomesItsCommitAndTheFilesGetTheirDigests() throws InterruptedException {
    net.hubAnswers(json(LISTING));
    ModelFile unknownModel = new ModelFile(file().role(), file().path(), null, null, null);

    Declared declared = describe("main", unknownModel, unknownFile());

    ModelFile config = gitFile();
    assertThat(declared)
        .isEqualTo(
            new Declared(
                COMMIT,
                List.of(
                    file(),
                    new ModelFile(
                        config.role(),
                        config.path(),
                        null,
                        config.gitSha1(),
                        (long) CONTENT.length()))));
    List<RecordedRequest> asked = requestsTo(net.hub);
    assertThat(asked.get(0).getTarget())
        .isEqualTo("/api/models/owner/minilm/revision/main?blobs=true");
    assertThat(sent("Authorization", asked)).containsExactly("Bearer " + TOKEN);
  }

  @Test
  void aRenamedRepositoryIsFollowed() {
    net.hubAnswers(
        new MockResponse.Builder()
            .code(307)
            .addHeader("Location", "/api/models/new/minilm/revision/main?blobs=true"),
        json(LISTING));

    assertThat(describe("main").revision()).isEqualTo(COMMIT);
  }

  @Test
  void aKnownDigestThatTheHubDeniesIsAMismatch() {
    net.hubAnswers(json(LISTING));
    ModelFile other =
        new ModelFile(file().role(), file().path(), MemorySink.sha256("other"), null, null);

    assertThatThrownBy(() -> describe(COMMIT, other))
        .isInstanceOf(ChecksumMismatchException.class)
        .hasMessageContaining("Actual: " + file().sha256());
  }

  @Test
  void aFileThatTheRepositoryLacksIsAFailure() {
    net.hubAnswers(json(LISTING));
    ModelFile lacking = new ModelFile(file().role(), "missing.onnx", null, null, null);

    assertThatThrownBy(() -> describe(COMMIT, lacking))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining(
            "repository owner/minilm has no file missing.onnx at revision " + COMMIT)
        .hasMessageContaining("To fix: compare the path with the files at");
  }

  @Test
  void whatTheHubDoesNotDeclareStaysUnknown() {
    net.hubAnswers(json(LISTING), error(404, "EntryNotFound"));
    ModelFile readme = new ModelFile(file().role(), "README.md", null, null, null);

    assertThat(describe(COMMIT, readme).files()).containsExactly(readme);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"blobId\": \"no digest\", \"size\": -1",
        "\"lfs\": {}",
        "\"lfs\": {\"sha256\": \"0123456789abcdef0123456789abcdef01234567\", \"size\": -1}"
      })
  void whatIsNoDigestAndNoSizeStaysUnknown(String words) {
    net.hubAnswers(
        json(
            "{\"sha\": \"%s\", \"siblings\": [{\"rfilename\": \"config.json\", %s}]}"
                .formatted(COMMIT, words)),
        json("[]"));

    assertThat(describe(COMMIT, unknownFile()).files()).containsExactly(unknownFile());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{", "{\"siblings\": 3}", "<html>"})
  void whatIsNoListingIsAFailure(String body) {
    net.hubAnswers(json(body));

    assertThatThrownBy(() -> describe(COMMIT))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("metadata is not what it should be");
  }

  @Test
  void aWebPageInPlaceOfTheListingIsNamed() {
    net.hubAnswers(
        Collections.nCopies(5, json("<html>").addHeader("Content-Type", "text/html"))
            .toArray(MockResponse.Builder[]::new));

    assertThatThrownBy(() -> describe(COMMIT))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("the server answers with a web page (text/html)")
        .hasMessageContaining("To fix: sign in to this network with a browser");
  }

  @Test
  void aListingWithoutBoundsIsNotReadToItsEnd() {
    net.hubAnswers(json(" ".repeat((16 << 20) + 1)));

    assertThatThrownBy(() -> describe(COMMIT))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("more than 16777216 bytes");
  }

  @Test
  void aMissingRevisionIsAFailure() {
    net.hubAnswers(error(404, "RevisionNotFound"));

    assertThatThrownBy(() -> describe("v9"))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("repository owner/minilm has no revision v9")
        .hasMessageNotContaining("blobs");
  }

  @Test
  void whatTheListingLacksIsLookedForInTheTreePageByPage() throws InterruptedException {
    net.hubAnswers(
        json(bare()),
        json("[{\"type\": \"directory\", \"path\": \"onnx\", \"oid\": \"1\", \"size\": 0}]")
            .addHeader(
                "Link",
                "<https://elsewhere.test/api/models/owner/minilm/tree/x?recursive=true&cursor=a%3D>;"
                    + " rel=\"next\""),
        json(
            """
            [{"type": "file", "path": "config.json", "size": %d, "oid": "%s"},
             {"type": "file", "path": "onnx/model.onnx", "size": 134, "oid": "%s",
              "lfs": {"oid": "%s", "size": %d, "pointerSize": 134}, "xetHash": "abc"}]
            """
                .formatted(
                    CONTENT.length(),
                    gitFile().gitSha1(),
                    MemorySink.gitSha1("the pointer"),
                    file().sha256(),
                    CONTENT.length())));
    ModelFile unknownModel = new ModelFile(file().role(), file().path(), null, null, null);

    Declared declared = describe("main", unknownModel, unknownFile());

    assertThat(declared.files().get(0)).isEqualTo(file());
    assertThat(declared.files().get(1).gitSha1()).isEqualTo(gitFile().gitSha1());
    String tree = "/api/models/owner/minilm/tree/" + COMMIT + "?recursive=true";
    assertThat(requestsTo(net.hub))
        .extracting(RecordedRequest::getTarget)
        .containsExactly(
            "/api/models/owner/minilm/revision/main?blobs=true", tree, tree + "&cursor=a%3D");
  }

  @Test
  void pagesThatNeverEndAreGivenUp() {
    net.hubAnswers(json(bare()));
    net.hubAnswers(
        Collections.nCopies(
                120, json("[]").addHeader("Link", "<?recursive=true&cursor=a>; rel=\"next\""))
            .toArray(MockResponse.Builder[]::new));

    assertThat(describe("main", unknownFile()).files()).containsExactly(unknownFile());
    assertThat(net.hub.getRequestCount()).isEqualTo(101);
  }

  @Test
  void aGatedRepositoryIsRecognisedBeforeTheFilesAreWanted() throws InterruptedException {
    net.hubAnswers(json(LISTING), error(401, "GatedRepo"));

    assertThatThrownBy(() -> describeAs("", "main", unknownFile()))
        .isInstanceOf(GatedException.class)
        .hasMessageContaining(net.hub.url("/owner/minilm").toString());
    assertThat(requestsTo(net.hub).get(1).getTarget())
        .isEqualTo("/owner/minilm/resolve/main/config.json");
  }

  @Test
  void aMirrorMayGiveGatedFilesToEverybody() {
    net.hubAnswers(json(LISTING), Replies.whole());

    assertThat(describeAs("", "main", unknownFile()).revision()).isEqualTo(COMMIT);
  }

  @Test
  void nothingIsAskedWhileOffline() {
    HubSettings offline =
        new HubSettings(
            net.hub.url("/").toString(), null, Proxies.OF_THE_JVM, "mvn -o", Duration.ofSeconds(5));
    HubMetadata metadata = new HubMetadata(offline, net.client(Duration.ofSeconds(5)));

    assertThatThrownBy(() -> metadata.describe(request("main")))
        .isInstanceOf(OfflineException.class);
    assertThat(net.hub.getRequestCount()).isZero();
  }

  private static String bare() {
    return """
        {"sha": "%s", "gated": false,
         "siblings": [{"rfilename": "config.json"}, {"rfilename": "onnx/model.onnx"}]}
        """
        .formatted(COMMIT);
  }

  private Declared describe(String revision, ModelFile... files) {
    return describeAs(TOKEN, revision, files);
  }

  private Declared describeAs(String token, String revision, ModelFile... files) {
    HubSettings settings = Loopback.settings(net.hub.url("/").toString(), token);
    return new HubMetadata(settings, net.client(Duration.ofSeconds(5)))
        .describe(request(revision, files));
  }

  private static MetadataRequest request(String revision, ModelFile... files) {
    return new MetadataRequest("minilm", Source.parse("hf:owner/minilm"), revision, List.of(files));
  }

  private static MockResponse.Builder json(String body) {
    return new MockResponse.Builder().body(body);
  }
}
