package dev.larder.hub;

import okhttp3.HttpUrl;

/** What decides whether a secret may be sent along. */
final class Origins {

  private Origins() {}

  /** Whether scheme, host and port are the same. */
  static boolean same(HttpUrl one, HttpUrl other) {
    return one.scheme().equals(other.scheme())
        && one.host().equals(other.host())
        && one.port() == other.port();
  }
}
