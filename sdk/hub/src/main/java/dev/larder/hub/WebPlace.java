package dev.larder.hub;

import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** A file on a web server that is not a hub. */
record WebPlace(HttpUrl url) implements Place {

  @Override
  public @Nullable HubCredentials credentials() {
    return null;
  }

  @Override
  public @Nullable HttpUrl follow(HttpUrl from, String location) {
    return from.resolve(location);
  }

  @Override
  public String problem(Answer answer) {
    return Refusal.text(answer);
  }
}
