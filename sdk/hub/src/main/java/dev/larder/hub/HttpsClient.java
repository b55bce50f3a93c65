package dev.larder.hub;

import java.io.IOException;
import java.util.function.Supplier;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Asks for things over HTTPS, and follows redirects itself: the hub says what matters on its own
 * hop, and a token must not get past it. Safe for use by many threads at once.
 */
final class HttpsClient {

  private static final int MOST_REDIRECTS = 10;

  private final Supplier<OkHttpClient> maker;
  private final Pause pause;
  private @Nullable OkHttpClient client;

  /**
   * @param maker called at the first request, so that who needs none does not load OkHttp
   */
  HttpsClient(Supplier<OkHttpClient> maker, Pause pause) {
    this.maker = maker;
    this.pause = pause;
  }

  static HttpsClient of(HubSettings settings) {
    return new HttpsClient(new Connections(settings.readTimeout()), Pause.SLEEP);
  }

  Pause pause() {
    return pause;
  }

  /**
   * Asks, and follows redirects to the end. Whoever calls closes the answer.
   *
   * @throws FinalFault if a redirect leads round, nowhere, or away from https
   */
  Answer get(Place place, Headers headers) throws IOException {
    HttpUrl url = place.url();
    AccessToken token = place.token();
    LinkedFile linked = LinkedFile.UNKNOWN;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      Response response = send(request(url, token, headers));
      linked = linked.or(LinkedFile.of(response.headers()));
      String location = response.header("Location");
      if (!response.isRedirect() || location == null) {
        return new Answer(response, linked, !Origins.same(url, place.url()));
      }
      response.close();
      HttpUrl next = place.follow(url, location);
      if (next == null) {
        throw new FinalFault("the server redirects to what is not an address");
      }
      if (!Origins.same(url, next)) {
        token = null;
      }
      url = next;
    }
    throw new FinalFault("the server redirects more than %d times".formatted(MOST_REDIRECTS));
  }

  private static Request request(HttpUrl url, @Nullable AccessToken token, Headers headers)
      throws FinalFault {
    if (!url.isHttps()) {
      throw new FinalFault("%s asks for plain http, and only https is used".formatted(url.host()));
    }
    Request.Builder request =
        new Request.Builder()
            .url(url)
            .headers(headers)
            .header("User-Agent", "larder")
            // Otherwise small text comes compressed, without its length.
            .header("Accept-Encoding", "identity");
    if (token != null) {
      if (!token.isSendable()) {
        throw new FinalFault("the access token has characters that no token has");
      }
      request.header("Authorization", "Bearer " + token.secret());
    }
    return request.build();
  }

  private Response send(Request request) throws IOException {
    try {
      return client().newCall(request).execute();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      // While it connects, OkHttp lets an undeclared InterruptedException through.
      Thread.currentThread().interrupt();
      throw new FinalFault("it was interrupted");
    }
  }

  private synchronized OkHttpClient client() {
    if (client == null) {
      client = maker.get();
    }
    return client;
  }
}
