package dev.larder.hub;

import java.io.IOException;
import okhttp3.Authenticator;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/** Tells a proxy who asks, with the first request for a tunnel already. */
final class ProxyLogin implements Authenticator {

  /** The scheme under which OkHttp asks before the proxy does. */
  private static final String BEFOREHAND = "OkHttp-Preemptive";

  private static final String HEADER = "Proxy-Authorization";

  private final Proxies proxies;

  ProxyLogin(Proxies proxies) {
    this.proxies = proxies;
  }

  @Override
  public @Nullable Request authenticate(@Nullable Route route, Response response)
      throws IOException {
    Request request = response.request();
    HttpProxy proxy = proxies.forUri(request.url().uri()).orElse(null);
    if (proxy == null) {
      return null;
    }
    if (proxy.credentials() == null) {
      if (isBeforehand(response)) {
        return null;
      }
      throw new FinalFault("the proxy %s asks for a user".formatted(proxy.address()));
    }
    if (request.header(HEADER) != null) {
      throw new FinalFault(
          "the proxy %s does not accept its user and password".formatted(proxy.address()));
    }
    String authorization =
        proxy
            .credentials()
            .authorization()
            .orElseThrow(() -> new FinalFault("the user of the proxy may have no colon"));
    return request.newBuilder().header(HEADER, authorization).build();
  }

  private static boolean isBeforehand(Response response) {
    return response.challenges().stream()
        .anyMatch(challenge -> challenge.scheme().equalsIgnoreCase(BEFOREHAND));
  }
}
