package dev.larder.hub;

import dev.larder.core.fetch.FetchRequest;
import dev.larder.core.fetch.Fetched;
import dev.larder.testkit.tls.CertificateAuthority;
import dev.larder.testkit.tls.ServerTls;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.QueueDispatcher;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A hub and a CDN on this machine, over HTTPS, and a fetcher that trusts both and never sleeps. */
final class Loopback implements BeforeEachCallback, AfterEachCallback {

  static final String TOKEN = "hf_secret";

  /** How the servers present themselves. Clients trust the root alone. */
  static final ServerTls TLS =
      CertificateAuthority.named("Loopback").certify("localhost", "127.0.0.1");

  static final SSLSocketFactory SERVER_SIDE = TLS.sockets();

  final MockWebServer hub = new MockWebServer();
  final MockWebServer cdn = new MockWebServer();

  /** The pauses that would have been made. */
  final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    start(hub, new QueueDispatcher());
    start(cdn, new RejectsTokens());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    hub.close();
    cdn.close();
  }

  private static void start(MockWebServer server, QueueDispatcher dispatcher) throws IOException {
    server.useHttps(SERVER_SIDE);
    dispatcher.setFailFast(new MockResponse.Builder().code(418).build());
    server.setDispatcher(dispatcher);
    server.start();
  }

  /** Answers the next requests to the hub. */
  void hubAnswers(MockResponse.Builder... answers) {
    for (MockResponse.Builder answer : answers) {
      hub.enqueue(answer.build());
    }
  }

  /** Answers the next requests to the hub with a redirect, and those to the CDN with these. */
  void cdnAnswers(MockResponse.Builder... answers) {
    for (MockResponse.Builder answer : answers) {
      hubAnswers(Replies.redirectTo(cdn));
      cdn.enqueue(answer.build());
    }
  }

  Fetched fetch(FetchRequest request) {
    return fetcherAt("", TOKEN).fetch(request);
  }

  Fetched fetchAnonymously(FetchRequest request) {
    return fetcherAt("", "").fetch(request);
  }

  HubFetcher fetcherAt(String prefix, String token) {
    return fetcher(settings(hub.url(prefix + "/").toString(), token));
  }

  HubFetcher fetcher(HubSettings settings) {
    return new HubFetcher(settings, client(Duration.ofSeconds(5)));
  }

  static HubSettings settings(String endpoint, String token) {
    return new HubSettings(
        endpoint, AccessToken.orNull(token), Proxies.OF_THE_JVM, null, Duration.ofSeconds(5));
  }

  HttpsClient client(Duration readTimeout) {
    return client(() -> trusting(readTimeout), Pace.STANDARD);
  }

  HttpsClient client(ClientMaker maker, Pace pace) {
    return new HttpsClient(maker, pauses::add, pace, new PieceBuffers(PieceSizes.STANDARD));
  }

  static OkHttpClient trusting(Duration readTimeout) {
    return trusting(new Connections(readTimeout, Proxies.OF_THE_JVM));
  }

  static OkHttpClient trusting(Connections connections) {
    return connections.make(Tls.trusting(new JvmTrust(TLS.trust().trustManager())));
  }

  /** The requests that a server got since this was last called, in their order. */
  static List<RecordedRequest> requestsTo(MockWebServer server) throws InterruptedException {
    List<RecordedRequest> requests = new ArrayList<>();
    RecordedRequest request;
    while ((request = server.takeRequest(0, TimeUnit.SECONDS)) != null) {
      requests.add(request);
    }
    return requests;
  }

  /** One header of each request that a server got; "-" where a request has none. */
  static List<String> sent(String header, List<RecordedRequest> requests) {
    return requests.stream()
        .map(request -> request.getHeaders().get(header))
        .map(value -> value == null ? "-" : value)
        .toList();
  }

  /** A CDN that is sent a token fails the test, as real ones fail the request. */
  private static final class RejectsTokens extends QueueDispatcher {
    @Override
    public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
      return request.getHeaders().get("Authorization") == null
          ? super.dispatch(request)
          : new MockResponse.Builder().code(400).build();
    }
  }
}
