package dev.larder.maven.settings;

import dev.larder.hub.AccessToken;
import dev.larder.hub.HubCredentials;
import dev.larder.hub.UserAndPassword;
import java.util.Optional;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.AuthenticationContext;
import org.eclipse.aether.repository.AuthenticationSelector;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * Secrets of settings.xml, which Maven has decrypted and gives out for one repository at a time.
 */
record Logins(RepositorySystemSession session) {

  /** Those of a server: a password alone is a token. */
  Optional<HubCredentials> server(String id, String url) {
    RemoteRepository repository = repository(id, url).build();
    AuthenticationSelector selector = session.getAuthenticationSelector();
    if (selector == null) {
      return Optional.empty();
    }
    try (AuthenticationContext context =
        AuthenticationContext.forRepository(
            session,
            new RemoteRepository.Builder(repository)
                .setAuthentication(selector.getAuthentication(repository))
                .build())) {
      if (context == null) {
        return Optional.empty();
      }
      String password = text(context, AuthenticationContext.PASSWORD);
      String user = text(context, AuthenticationContext.USERNAME);
      if (password.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          user.isEmpty() ? new AccessToken(password) : new UserAndPassword(user, password));
    }
  }

  /** Those of a proxy, where it asks for some. */
  Optional<UserAndPassword> proxy(Proxy proxy, String url) {
    RemoteRepository behind = repository("proxied", url).setProxy(proxy).build();
    try (AuthenticationContext context = AuthenticationContext.forProxy(session, behind)) {
      if (context == null) {
        return Optional.empty();
      }
      String user = text(context, AuthenticationContext.USERNAME);
      return user.isEmpty()
          ? Optional.empty()
          : Optional.of(new UserAndPassword(user, text(context, AuthenticationContext.PASSWORD)));
    }
  }

  static RemoteRepository.Builder repository(String id, String url) {
    return new RemoteRepository.Builder(id, "default", url);
  }

  private static String text(AuthenticationContext context, String key) {
    String value = context.get(key);
    return value == null ? "" : value.strip();
  }
}
