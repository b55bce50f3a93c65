package dev.larder.testkit.hub;

import dev.larder.testkit.tls.CertificateAuthority;
import dev.larder.testkit.tls.ServerTls;
import dev.larder.testkit.tls.Trust;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okhttp3.Protocol;

/**
 * A hub and a CDN on this machine, over HTTPS/1.1, that answer as the Hugging Face hub does, and as
 * badly as it is known to.
 *
 * <pre>{@code
 * try (StandInHub hub = StandInHub.start()) {
 *   hub.repository("owner/name").largeFile("model.onnx", Content.seeded(1, 1 << 30));
 *   hub.inject(new ContentFault.Truncated(1 << 20), "model.onnx");
 *   client.download(hub.endpoint() + "/owner/name/resolve/main/model.onnx");
 *   assertThat(hub.log().downloads("model.onnx")).hasSize(2);
 *   assertThat(hub.log().leaks()).isEmpty();
 * }
 * }</pre>
 *
 * <p>May be changed and asked by any thread, while requests are answered.
 */
public final class StandInHub implements AutoCloseable {

  /** The host name in {@link #endpoint()}. */
  public static final String HUB_NAME = "localhost";

  /** The CDN's host name, by which the hub can be reached, too, as if it were another server. */
  public static final String OTHER_NAME = "127.0.0.1";

  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final ServerTls tls;
  private final RequestLog log = new RequestLog();
  private final Etags etags = new Etags();
  private final SignedUrls urls = new SignedUrls();
  private final Faults faults = new Faults();
  private final Repositories repositories = new Repositories();
  private final MockWebServer hub = new MockWebServer();
  private final MockWebServer cdn = new MockWebServer();
  private final HubSide hubSide;
  private volatile PathPrefix prefix = PathPrefix.NONE;

  private StandInHub(int port, ServerTls tls) throws IOException {
    this.tls = tls;
    start(cdn, 0, new Answering(Origin.CDN, new CdnSide(urls)));
    hubSide = new HubSide(repositories, urls, address(OTHER_NAME, cdn));
    try {
      start(hub, port, new Answering(Origin.HUB, hubSide));
    } catch (IOException e) {
      cdn.close();
      throw e;
    }
  }

  /** Starts on ports that are free. */
  public static StandInHub start() {
    return start(certified());
  }

  /**
   * Starts on ports that are free.
   *
   * @param tls how both servers present themselves
   */
  public static StandInHub start(ServerTls tls) {
    try {
      return new StandInHub(0, tls);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts with the hub on this port, and the CDN on one that is free. */
  public static StandInHub start(int port) throws IOException {
    return new StandInHub(port, certified());
  }

  private static ServerTls certified() {
    return CertificateAuthority.named("Stand-in hub").certify(HUB_NAME, OTHER_NAME);
  }

  /**
   * Serves the repositories of a folder until it is killed, for any client of the hub, and prints
   * what the client has to be told.
   *
   * @param arguments the port, 0 for one that is free, and the folder, which holds {@code
   *     owner/name/...}
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 2) {
      System.err.println("Usage: StandInHub <port> <folder of owner/name/...>");
      System.exit(2);
    }
    try (StandInHub hub = start(Integer.parseInt(arguments[0]))) {
      new RepositoryFolder(Path.of(arguments[1])).addTo(hub);
      Path trust = Files.createTempDirectory("stand-in-hub");
      Path certificate = trust.resolve("stand-in-hub.pem");
      Path trustStore = trust.resolve("stand-in-hub.p12");
      Files.writeString(certificate, hub.tls().pem());
      hub.tls().writeTrustStore(trustStore, "changeit");
      System.out.println("HF_ENDPOINT=" + hub.endpoint());
      System.out.println("SSL_CERT_FILE=" + certificate);
      System.out.println(
          "JAVA_TOOL_OPTIONS=-Djavax.net.ssl.trustStore="
              + trustStore
              + " -Djavax.net.ssl.trustStorePassword=changeit");
      Thread.currentThread().join();
    }
  }

  private void start(MockWebServer server, int port, Dispatcher dispatcher) throws IOException {
    server.useHttps(tls.sockets());
    server.setProtocols(List.of(Protocol.HTTP_1_1));
    server.setBodyLimit(0);
    server.setDispatcher(dispatcher);
    server.start(InetAddress.getByAddress(LOOPBACK), port);
  }

  /** The repository of this name, {@code owner/name}, which is made when it is first asked for. */
  public HubRepository repository(String name) {
    return repositories.named(name);
  }

  /** Adds somebody who may read what is public. Tokens that repositories name are known anyway. */
  public StandInHub token(String token) {
    repositories.addToken(token);
    return this;
  }

  /** Lets lists of files come in pages of so many entries. */
  public StandInHub pageSize(int entries) {
    hubSide.pageSize(entries);
    return this;
  }

  /**
   * Stands behind a repository manager, which takes requests below a path and passes the hub's own
   * locations on, that do not begin with it.
   *
   * @param path begins with a slash, and does not end with one
   */
  public StandInHub behind(String path) {
    return behind(new PathPrefix(path, ""));
  }

  /**
   * Stands behind a repository manager, which takes requests below a path and puts it before the
   * hub's locations.
   *
   * @param path begins with a slash, and does not end with one
   */
  public StandInHub behindRewriting(String path) {
    return behind(new PathPrefix(path, path));
  }

  private StandInHub behind(PathPrefix newPrefix) {
    prefix = newPrefix;
    hubSide.prefix(newPrefix);
    return this;
  }

  /**
   * Lets the next request that it can happen to go wrong.
   *
   * @param path a file's path in its repository, whichever that is; or a repository's name, where
   *     it is to happen to a request for metadata
   */
  public StandInHub inject(Fault fault, String path) {
    return inject(fault, path, Turn.next());
  }

  /** Lets those requests go wrong whose turn it is. */
  public StandInHub inject(Fault fault, String path, Turn turn) {
    faults.add(fault, path, turn);
    return this;
  }

  /** The faults that have not happened as often as they were to. */
  public List<Fault> pendingFaults() {
    return faults.pending();
  }

  /** Forgets the faults that have not happened. */
  public StandInHub heal() {
    faults.clear();
    return this;
  }

  /** What was asked so far. */
  public RequestLog log() {
    return log;
  }

  /** What a client has to trust: the root, while the servers send what lies below it. */
  public Trust tls() {
    return tls.trust();
  }

  /** The hub's address, without a slash at its end: what goes into {@code HF_ENDPOINT}. */
  public String endpoint() {
    return "https://" + HUB_NAME + ":" + hub.getPort() + prefix.path();
  }

  @Override
  public void close() {
    hub.close();
    cdn.close();
  }

  private static HttpUrl address(String name, MockWebServer server) {
    return new HttpUrl.Builder().scheme("https").host(name).port(server.getPort()).build();
  }

  /** Lets one side answer, and the faults spoil it. */
  private final class Answering extends Dispatcher {
    private final Origin origin;
    private final Side side;

    Answering(Origin origin, Side side) {
      this.origin = origin;
      this.side = side;
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
      Exchange exchange = new Exchange(origin, request, etags, urls);
      log.add(exchange);
      Reply reply =
          exchange.logged().isLeak()
              ? Reply.of(400).text("text/plain", "A token has no business here.")
              : Portal.isAt(exchange.url())
                  ? Portal.page()
                  : faults.spoil(side.answer(exchange), exchange);
      exchange.answered(reply);
      return reply.toResponse(exchange);
    }
  }
}
