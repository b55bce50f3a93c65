package dev.larder.hub;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * What repository managers and proxies ask for.
 *
 * @param user the name, without a colon
 * @param password the password
 */
public record UserAndPassword(String user, String password) implements HubCredentials {

  /** The Basic scheme, which cannot hold a user with a colon. */
  @Override
  public Optional<String> authorization() {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return user.contains(":")
        ? Optional.empty()
        : Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
  }

  @Override
  public String toString() {
    return "UserAndPassword[hidden]";
  }
}
