package dev.larder.hub;

import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * An address, and what may be sent along to it.
 *
 * @param url the address, perhaps with a signature in its query
 * @param credentials what its origin may know; null if it may know nothing
 */
record Address(HttpUrl url, @Nullable HubCredentials credentials) {

  /** Where a redirect from here leads: the credentials go no further than their own origin. */
  Address redirectedTo(HttpUrl next) {
    return new Address(next, Origins.same(url, next) ? credentials : null);
  }

  @Override
  public String toString() {
    return url.newBuilder().query(null).build().toString();
  }
}
