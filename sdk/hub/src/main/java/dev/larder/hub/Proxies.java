package dev.larder.hub;

import java.net.URI;
import java.util.Optional;

/** Which proxy leads to an address. Safe for use by many threads at once. */
@FunctionalInterface
public interface Proxies {

  /** The JVM's own, from {@code https.proxyHost} and {@code http.nonProxyHosts} for instance. */
  Proxies OF_THE_JVM = new JvmProxies();

  /** The proxy for an https address; empty where it is reached without one. */
  Optional<HttpProxy> forUri(URI uri);
}
