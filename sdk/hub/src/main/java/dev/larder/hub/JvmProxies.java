package dev.larder.hub;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Optional;

/** The proxies of the JVM's default selector. */
final class JvmProxies implements Proxies {

  @Override
  public Optional<HttpProxy> forUri(URI uri) {
    ProxySelector selector = ProxySelector.getDefault();
    return selector == null
        ? Optional.empty()
        : selector.select(uri).stream()
            .findFirst()
            .filter(proxy -> proxy.type() == Proxy.Type.HTTP)
            .map(proxy -> (InetSocketAddress) proxy.address())
            .map(address -> new HttpProxy(address.getHostString(), address.getPort(), null));
  }

  @Override
  public String toString() {
    return "the JVM's proxies";
  }
}
