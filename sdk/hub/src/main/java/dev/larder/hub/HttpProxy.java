package dev.larder.hub;

import org.jspecify.annotations.Nullable;

/**
 * A proxy through which HTTPS is tunnelled.
 *
 * @param host its name or address
 * @param port its port
 * @param credentials what it asks for; null if it lets everybody through
 */
public record HttpProxy(String host, int port, @Nullable UserAndPassword credentials) {

  String address() {
    return host + ":" + port;
  }
}
