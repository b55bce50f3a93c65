package dev.larder.hub;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;

/** Shows OkHttp the way through the proxies. */
final class ProxyRoutes extends ProxySelector {

  private final Proxies proxies;

  ProxyRoutes(Proxies proxies) {
    this.proxies = proxies;
  }

  @Override
  public List<Proxy> select(URI uri) {
    return List.of(proxies.forUri(uri).map(ProxyRoutes::route).orElse(Proxy.NO_PROXY));
  }

  private static Proxy route(HttpProxy proxy) {
    return new Proxy(
        Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.host(), proxy.port()));
  }

  /** There is no second way, so a failure needs no note. */
  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException fault) {}
}
