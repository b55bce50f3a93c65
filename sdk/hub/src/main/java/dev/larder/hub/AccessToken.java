package dev.larder.hub;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A token of the hub.
 *
 * @param secret the token itself
 */
public record AccessToken(String secret) implements HubCredentials {

  static @Nullable AccessToken orNull(String text) {
    String stripped = text.strip();
    return stripped.isEmpty() ? null : new AccessToken(stripped);
  }

  @Override
  public Optional<String> authorization() {
    return secret.chars().allMatch(c -> c > ' ' && c < 0x7f)
        ? Optional.of("Bearer " + secret)
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "AccessToken[hidden]";
  }
}
