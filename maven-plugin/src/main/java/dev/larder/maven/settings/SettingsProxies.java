package dev.larder.maven.settings;

import dev.larder.hub.HttpProxy;
import dev.larder.hub.Proxies;
import java.net.URI;
import java.util.Optional;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.repository.ProxySelector;

/** The proxies of settings.xml, with the hosts that need none. */
record SettingsProxies(RepositorySystemSession session, Logins logins) implements Proxies {

  @Override
  public Optional<HttpProxy> forUri(URI uri) {
    // Path and query decide nothing, and a signed query is nobody else's business.
    String address = "https://" + uri.getAuthority();
    ProxySelector selector = session.getProxySelector();
    Proxy proxy =
        selector == null ? null : selector.getProxy(Logins.repository("hub", address).build());
    return Optional.ofNullable(proxy)
        .map(
            found ->
                new HttpProxy(
                    found.getHost(), found.getPort(), logins.proxy(found, address).orElse(null)));
  }

  @Override
  public String toString() {
    return "the proxies of settings.xml";
  }
}
