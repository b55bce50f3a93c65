package dev.larder.hub;

import static dev.larder.hub.Loopback.TOKEN;
import static dev.larder.hub.Replies.error;
import static dev.larder.hub.Replies.redirectTo;
import static dev.larder.hub.Replies.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.DownloadFailedException;
import dev.larder.api.GatedException;
import java.util.Collections;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RefusalTest {

  @RegisterExtension final Loopback net = new Loopback();
  private final MemorySink sink = new MemorySink();

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void aGatedRepositoryIsAnsweredWithThePageOfItsTerms(int status) {
    net.hubAnswers(error(status, "GatedRepo"));

    assertThatThrownBy(() -> net.fetchAnonymously(request(sink)))
        .isInstanceOf(GatedException.class)
        .hasMessageContaining(net.hub.url("/owner/minilm").toString())
        .hasMessageContaining("To fix: then put an access token into the environment as HF_TOKEN");
  }

  @Test
  void whoseTokenWasSentIsToldThatItHasNoAccess() {
    net.hubAnswers(error(403, "GatedRepo"));

    assertThatThrownBy(() -> net.fetch(request(sink)))
        .isInstanceOf(GatedException.class)
        .hasMessageContaining("the credentials that were sent have no access")
        .hasMessageContaining(net.hub.url("/owner/minilm").toString())
        .hasMessageContaining(
            "To fix: accept them with the account that the access token belongs to")
        .hasMessageNotContaining("HF_TOKEN")
        .hasMessageNotContaining(TOKEN);
  }

  @Test
  void aTokenThatWasNotHandedOnToAnotherHubIsNotBlamed() {
    net.hubAnswers(redirectTo(net.cdn));
    net.cdn.enqueue(error(401, "GatedRepo").build());

    assertThatThrownBy(() -> net.fetch(request(sink)))
        .isInstanceOf(GatedException.class)
        .hasMessageContaining("HF_TOKEN");
  }

  @ParameterizedTest
  @CsvSource({
    "EntryNotFound, repository owner/minilm has no such file at revision 0123456789, "
        + "compare the path with the files at, /owner/minilm/tree/0123456789",
    "RevisionNotFound, repository owner/minilm has no revision 0123456789, "
        + "name one of the commits at, /owner/minilm/commits/main",
    "RepoNotFound, 'no repository owner/minilm, or the access token may not see it', "
        + "check the name; if the repository is private, an account that may read it",
    "SomethingElse, HTTP 404, check that there is a hub at, and that it has the repository"
  })
  void theErrorCodeSaysWhatIsMissingAndWhatToDo(
      String code, String problem, String remedy, String where) {
    net.hubAnswers(error(404, code));

    assertThatThrownBy(() -> net.fetch(request(sink)))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining(problem)
        .hasMessageContaining("To fix: " + remedy)
        .hasMessageContaining(where)
        .hasMessageNotContaining("run the same command again");
    assertThat(net.hub.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "407, 'HTTP 407, a proxy that nobody named stands before localhost', name the proxy with its user",
    "410, 'HTTP 410, it is gone for good', name another source of the model",
    "416, 'HTTP 416, the server has no such part, though all', open the address in a browser",
    "451, 'HTTP 451, the file is withheld for legal reasons', name another source of the model"
  })
  void whatNoOtherTryMendsIsNotTriedAgain(int status, String problem, String remedy) {
    net.hubAnswers(new MockResponse.Builder().code(status));

    assertThatThrownBy(() -> net.fetch(request(sink)))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining(problem)
        .hasMessageContaining("To fix: " + remedy)
        .hasMessageNotContaining("run the same command again");
    assertThat(net.hub.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aRedirectThatLeadsRoundIsToBeLookedAt() {
    net.hubAnswers(
        Collections.nCopies(11, redirectTo(net.hub)).toArray(MockResponse.Builder[]::new));

    assertThatThrownBy(() -> net.fetch(request(sink)))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("redirects more than 10 times")
        .hasMessageContaining("To fix: open the address in a browser")
        .hasMessageNotContaining("run the same command again");
    assertThat(net.hub.getRequestCount()).isEqualTo(11);
  }

  @Test
  void withoutATokenARefusalMeansMissingOrPrivate() {
    net.hubAnswers(new MockResponse.Builder().code(401));

    assertThatThrownBy(() -> net.fetchAnonymously(request(sink)))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("does not exist, or is private and needs an access token")
        .hasMessageContaining(
            "To fix: check the name; for a private repository put an access token");
  }

  @Test
  void withATokenARefusalMeansThatItIsBadToo() {
    net.hubAnswers(new MockResponse.Builder().code(401));

    assertThatThrownBy(() -> net.fetch(request(sink)))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("the credentials are not accepted")
        .hasMessageContaining("To fix: make a new access token on the hub")
        .hasMessageNotContaining(TOKEN);
  }

  @Test
  void aPasswordOfTheSettingsIsNoToken() {
    net.hubAnswers(new MockResponse.Builder().code(401));
    HubSettings settings =
        Loopback.settings(net.hub.url("/").toString(), "")
            .credentials(new UserAndPassword("ci", "secret"));

    assertThatThrownBy(() -> net.fetcher(settings).fetch(request(sink)))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("To fix: check user and password of the hub's server in settings.xml")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aNetworkThatWantsASignInFirstIsNamed() {
    net.hubAnswers(
        Collections.nCopies(5, new MockResponse.Builder().code(511))
            .toArray(MockResponse.Builder[]::new));

    assertThatThrownBy(() -> net.fetch(request(sink)))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("HTTP 511, this network wants a sign-in first")
        .hasMessageContaining("To fix: sign in to this network with a browser");
  }

  @Test
  void theHubsOwnWordsAreHandedOnWithoutControlCharacters() {
    net.hubAnswers(
        new MockResponse.Builder()
            .code(403)
            .addHeader("X-Error-Message", "Access to this resource\tis disabled."));

    assertThatThrownBy(() -> net.fetch(request(sink)))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("HTTP 403, \"Access to this resource?is disabled.\"")
        .hasMessageContaining("To fix: open " + net.hub.url("/owner/minilm") + " in a browser");
  }

  @Test
  void aTokenThatNoHeaderCanHoldIsNeitherSentNorShown() {
    assertThatThrownBy(() -> net.fetcherAt("", "hf_\u00e4 b").fetch(request(sink)))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("the credentials have characters")
        .hasMessageNotContaining("hf_");
    assertThat(net.hub.getRequestCount()).isZero();
  }
}
