package dev.larder.hub;

import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;
import okhttp3.Call;
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
final class HttpsClient implements AutoCloseable {

  private static final int MOST_REDIRECTS = 10;

  private static final String CHECK_REDIRECTS =
      "open the address in a browser; if it leads nowhere there either, tell whoever runs the server"
          + " or the proxy before it";

  /** What an answer may take beyond the time-out for silence, so that only a trickle is ended. */
  private static final Duration ANSWER_SLACK = Duration.ofMinutes(1);

  private final ClientMaker maker;
  private final Pause pause;
  private final Pace pace;
  private final PieceBuffers buffers;
  private @Nullable OkHttpClient client;
  private boolean closed;

  /**
   * @param maker called at the first request, so that who needs none does not load OkHttp
   */
  HttpsClient(ClientMaker maker, Pause pause, Pace pace, PieceBuffers buffers) {
    this.maker = maker;
    this.pause = pause;
    this.pace = pace;
    this.buffers = buffers;
  }

  static HttpsClient of(HubSettings settings) {
    return new HttpsClient(
        new Connections(settings.readTimeout(), settings.proxies()),
        Pause.SLEEP,
        Pace.STANDARD,
        new PieceBuffers(PieceSizes.STANDARD));
  }

  /** Memory for the pieces of large files. */
  PieceBuffers buffers() {
    return buffers;
  }

  /**
   * @param url what is asked, without a secret
   * @param bytes how many bytes there are so far
   * @param keptBytes how many of them stay, if nothing more comes
   */
  Retries retries(HttpUrl url, LongSupplier bytes, LongSupplier keptBytes) {
    return new Retries(pause, pace, url, bytes, keptBytes);
  }

  /** Asks, and follows redirects to the end. Whoever calls closes the answer. */
  Answer get(Place place, Headers headers) throws IOException {
    return get(place, place.address(), headers, new CurrentCall());
  }

  /**
   * The same from somewhere on the way, as an earlier answer gave it.
   *
   * @param current by which another thread can end it
   * @throws FinalFault if a redirect leads round, nowhere, or away from https
   */
  Answer get(Place place, Address from, Headers headers, CurrentCall current) throws IOException {
    Address address = from;
    LinkedFile linked = LinkedFile.UNKNOWN;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      Call call = client().newCall(request(address, headers));
      current.is(call);
      Response response = answerTo(call);
      linked = linked.or(LinkedFile.of(response.headers()));
      String location = response.header("Location");
      if (!response.isRedirect() || location == null) {
        boolean foreign = !Origins.same(address.url(), place.url());
        return new Answer(call, response, address, linked, foreign, pace);
      }
      response.close();
      HttpUrl next = place.follow(address.url(), location);
      if (next == null) {
        throw new FinalFault("the server redirects to what is not an address", CHECK_REDIRECTS);
      }
      address = address.redirectedTo(next);
    }
    throw new FinalFault(
        "the server redirects more than %d times".formatted(MOST_REDIRECTS), CHECK_REDIRECTS);
  }

  private static Request request(Address address, Headers headers) throws FinalFault {
    HttpUrl url = address.url();
    if (!url.isHttps()) {
      throw new FinalFault(
          "the way leads to %s by plain http, and only https is used".formatted(url.host()),
          "if that is a sign-in page of this network, sign in with a browser and run the same command"
              + " again; otherwise name an address that does not redirect to plain http");
    }
    Request.Builder request =
        new Request.Builder()
            .url(url)
            .headers(headers)
            .header("User-Agent", "larder")
            // Otherwise small text comes compressed, without its length.
            .header("Accept-Encoding", "identity");
    if (address.credentials() != null) {
      String authorization =
          address
              .credentials()
              .authorization()
              .orElseThrow(
                  () ->
                      new FinalFault(
                          "the credentials have characters that cannot be sent",
                          "copy the access token again, as one line without blanks; a user may have no"
                              + " colon"));
      request.header("Authorization", authorization);
    }
    return request.build();
  }

  private Response answerTo(Call call) throws IOException {
    Duration limit = ANSWER_SLACK.plusMillis(client().readTimeoutMillis());
    try {
      return new CallWait(call).answer(new AnswerDeadline(call, limit));
    } catch (IOException e) {
      throw diagnosis(call.request().url()).of(e);
    }
  }

  private ConnectionDiagnosis diagnosis(HttpUrl url) throws IOException {
    return new ConnectionDiagnosis(url, client().proxySelector().select(url.uri()).get(0));
  }

  private synchronized OkHttpClient client() throws IOException {
    if (closed) {
      throw new FinalFault("this fetcher is closed");
    }
    if (client == null) {
      client = maker.make();
    }
    return client;
  }

  /** Gives connections and threads back. */
  @Override
  public synchronized void close() {
    closed = true;
    if (client != null) {
      client.dispatcher().executorService().shutdown();
      client.connectionPool().evictAll();
    }
  }
}
