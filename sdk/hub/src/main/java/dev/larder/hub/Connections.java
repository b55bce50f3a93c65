package dev.larder.hub;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/**
 * Sets OkHttp up. The threads that it starts are daemons, and idle connections end by themselves.
 *
 * <p>A class and no lambda, since linking a lambda that returns OkHttp's client would load it.
 *
 * @param readTimeout after how long a silent connection is given up
 * @param proxies the way out of this network
 */
record Connections(Duration readTimeout, Proxies proxies) implements ClientMaker {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  /** As many as can be of use to the files that come at once; between two parts one is idle. */
  private static final int IDLE_CONNECTIONS = 16;

  @Override
  public OkHttpClient make() throws ConnectionFault {
    return make(Tls.trusting(JvmTrust.load()));
  }

  OkHttpClient make(Tls tls) {
    return builder().sslSocketFactory(tls.sockets(), tls.trust()).build();
  }

  OkHttpClient.Builder builder() {
    return new OkHttpClient.Builder()
        // For large files HTTP/2 is slower: 343 MB/s against 519 over loopback.
        .protocols(List.of(Protocol.HTTP_1_1))
        .eventListener(new LateCancel())
        .followRedirects(false)
        .followSslRedirects(false)
        .proxySelector(new ProxyRoutes(proxies))
        .proxyAuthenticator(new ProxyLogin(proxies))
        .connectTimeout(CONNECT_TIMEOUT)
        .readTimeout(readTimeout)
        .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 30, TimeUnit.SECONDS));
  }
}
