package dev.larder.hub;

import static dev.larder.hub.Loopback.TOKEN;
import static dev.larder.hub.Replies.error;
import static dev.larder.hub.Replies.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.DownloadFailedException;
import dev.larder.api.GatedException;
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

    assertThatThrownBy(() -> net.fetch(request(sink)))
        .isInstanceOf(GatedException.class)
        .hasMessageContaining(net.hub.url("/owner/minilm").toString())
        .hasMessageContaining("HF_TOKEN")
        .hasMessageNotContaining(TOKEN);
  }

  @ParameterizedTest
  @CsvSource({
    "EntryNotFound, repository owner/minilm has no such file at revision 0123456789",
    "RevisionNotFound, repository owner/minilm has no revision 0123456789",
    "RepoNotFound, 'no repository owner/minilm, or the access token may not see it'",
    "SomethingElse, HTTP 404"
  })
  void theErrorCodeSaysWhatIsMissing(String code, String problem) {
    net.hubAnswers(error(404, code));

    assertThatThrownBy(() -> net.fetch(request(sink)))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining(problem);
    assertThat(net.hub.getRequestCount()).isEqualTo(1);
  }

  @Test
  void withoutATokenARefusalMeansMissingOrPrivate() {
    net.hubAnswers(new MockResponse.Builder().code(401));

    assertThatThrownBy(() -> net.fetchAnonymously(request(sink)))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("does not exist, or is private and needs an access token");
  }

  @Test
  void withATokenARefusalMeansThatItIsBadToo() {
    net.hubAnswers(new MockResponse.Builder().code(401));

    assertThatThrownBy(() -> net.fetch(request(sink)))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("the credentials are not accepted")
        .hasMessageNotContaining(TOKEN);
  }

  @Test
  void theHubsOwnWordsAreHandedOnWithoutControlCharacters() {
    net.hubAnswers(
        new MockResponse.Builder()
            .code(403)
            .addHeader("X-Error-Message", "Access to this resource\tis disabled."));

    assertThatThrownBy(() -> net.fetch(request(sink)))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("HTTP 403, \"Access to this resource?is disabled.\"");
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
