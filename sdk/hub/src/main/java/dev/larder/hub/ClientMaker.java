package dev.larder.hub;

import okhttp3.OkHttpClient;

/** Makes the HTTP client when it is needed. */
@FunctionalInterface
interface ClientMaker {

  /**
   * Makes it.
   *
   * @throws ConnectionFault if this JVM could trust nobody
   */
  OkHttpClient make() throws ConnectionFault;
}
