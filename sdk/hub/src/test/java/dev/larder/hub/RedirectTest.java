package dev.larder.hub;

import static dev.larder.hub.Replies.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.DownloadFailedException;
import java.util.Collections;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RedirectTest {

  @RegisterExtension final Loopback net = new Loopback();
  private final MemorySink sink = new MemorySink();

  @Test
  void aRedirectToPlainHttpIsRefused() {
    net.hubAnswers(redirect("http://localhost:1/blob?Signature=secret"));

    assertThatThrownBy(() -> net.fetch(request(sink)))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("the way leads to localhost by plain http, and only https is used")
        .hasMessageContaining("To fix: if that is a sign-in page of this network")
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://localhost/blob", "https://", "https://a b/"})
  void aRedirectToWhatIsNoAddressIsRefused(String location) {
    net.hubAnswers(redirect(location));

    assertThatThrownBy(() -> net.fetch(request(sink)))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("not an address");
  }

  @Test
  void redirectsThatLeadRoundAreGivenUp() {
    net.hubAnswers(
        Collections.nCopies(20, redirect("/round")).toArray(MockResponse.Builder[]::new));

    assertThatThrownBy(() -> net.fetch(request(sink)))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("redirects more than 10 times");
    assertThat(net.hub.getRequestCount()).isEqualTo(11);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:1", "nonsense", "https://me:secret@localhost/"})
  void anEndpointThatIsNotPlainHttpsIsRefused(String endpoint) {
    HubFetcher fetcher = net.fetcher(Loopback.settings(endpoint, "hf_secret"));

    assertThatThrownBy(() -> fetcher.fetch(request(sink)))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("the endpoint of the hub")
        .hasMessageNotContaining("secret");
  }

  private static MockResponse.Builder redirect(String location) {
    return new MockResponse.Builder().code(302).addHeader("Location", location);
  }
}
