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
  public FinalFault refusal(Answer answer) {
    return new FinalFault(Refusal.text(answer), remedy(answer.status()));
  }

  private static @Nullable String remedy(int status) {
    return switch (status) {
      case 401, 403 ->
          "have the server give the file to everybody, or put the model into a Maven repository"
              + " (mvn:): https: sources are asked without user and password";
      case 404, 410 ->
          "compare the source and the path of the definition with what lies on the server; capitals"
              + " count";
      default -> null;
    };
  }
}
