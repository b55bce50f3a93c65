package dev.larder.hub;

import org.jspecify.annotations.Nullable;

/**
 * A token of the hub. Its text form is empty of it, so that it gets into no log or message.
 *
 * @param secret the token itself
 */
public record AccessToken(String secret) {

  static @Nullable AccessToken orNull(String text) {
    String stripped = text.strip();
    return stripped.isEmpty() ? null : new AccessToken(stripped);
  }

  /** Whether a header can hold it. */
  boolean isSendable() {
    return secret.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }

  @Override
  public String toString() {
    return "AccessToken[hidden]";
  }
}
