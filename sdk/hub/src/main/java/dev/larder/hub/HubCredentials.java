package dev.larder.hub;

import java.util.Optional;

/**
 * Who asks the hub, or a repository manager in its place. Goes to the endpoint's own origin alone,
 * and its text form is empty of the secret, so that it gets into no log or message.
 */
public sealed interface HubCredentials permits AccessToken, UserAndPassword {

  /** The value of an {@code Authorization} header; empty where no header can hold it. */
  Optional<String> authorization();
}
