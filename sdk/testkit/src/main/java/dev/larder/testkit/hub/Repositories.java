package dev.larder.testkit.hub;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The repositories of the hub, and who may read them. */
final class Repositories {

  private final Map<String, HubRepository> all = new ConcurrentHashMap<>();
  private final Set<String> tokens = ConcurrentHashMap.newKeySet();

  HubRepository named(String name) {
    return all.computeIfAbsent(name, HubRepository::new);
  }

  @Nullable HubRepository find(String name) {
    return all.get(name);
  }

  void addToken(String token) {
    tokens.add(token);
  }

  /** Why somebody may not have it; null if they may. */
  @Nullable Reply refusal(Route route, @Nullable String token) {
    if (token != null && !isKnown(token)) {
      return HubError.BAD_TOKEN.reply();
    }
    HubRepository repository = find(route.repository());
    if (repository == null || !repository.mayRead(token)) {
      return (token == null ? HubError.ANONYMOUS : HubError.REPOSITORY_NOT_FOUND).reply();
    }
    if (repository.visibility() == Visibility.DISABLED) {
      return HubError.DISABLED.reply();
    }
    if (!route.isMetadata() && !repository.isApproved(token)) {
      return (token == null ? HubError.GATED_ANONYMOUS : HubError.GATED_NOT_APPROVED).reply();
    }
    return null;
  }

  private boolean isKnown(String token) {
    return tokens.contains(token)
        || all.values().stream().anyMatch(repository -> repository.knows(token));
  }
}
