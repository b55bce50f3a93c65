package dev.larder.hub;

import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Something that can be asked for over HTTPS. */
interface Place {

  /** Its address, without a secret. */
  HttpUrl url();

  /** What is sent along to the address's own origin, and to no other. */
  @Nullable HubCredentials credentials();

  /** Where to ask first. */
  default Address address() {
    return new Address(url(), credentials());
  }

  /** Where a redirect leads; null if it is not an address. */
  @Nullable HttpUrl follow(HttpUrl from, String location);

  /**
   * What an answer means that is neither the file nor a passing fault.
   *
   * @throws dev.larder.api.GatedException if terms have to be accepted
   */
  FinalFault refusal(Answer answer);
}
