package dev.larder.hub;

import dev.larder.api.GatedException;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Something of a repository on the hub.
 *
 * @param endpoint the hub
 * @param credentials what it may be told
 * @param repository the repository, {@code owner/name}
 * @param revision the commit, branch or tag that is asked for
 * @param url the address, below the endpoint
 */
record HubPlace(
    HubEndpoint endpoint,
    @Nullable HubCredentials credentials,
    String repository,
    String revision,
    HttpUrl url)
    implements Place {

  /** The branch that is asked for where no revision is known. */
  static final String NEWEST = "main";

  private static final int LONGEST_MESSAGE = 200;

  /**
   * The commit that the revision is.
   *
   * @param told what the server says that it is
   */
  String commit(@Nullable String told) throws FinalFault {
    String asked = LinkedFile.commitOrNull(revision);
    if (asked != null && told != null && !told.equals(asked)) {
      throw new FinalFault("commit %s was asked for, and %s came".formatted(asked, told));
    }
    if (asked == null && told == null) {
      throw new FinalFault("the server does not say which commit %s is".formatted(revision));
    }
    return told == null ? revision : told;
  }

  /** Something else of the same repository. */
  HubPlace at(HttpUrl other) {
    return new HubPlace(endpoint, credentials, repository, revision, other);
  }

  @Override
  public @Nullable HttpUrl follow(HttpUrl from, String location) {
    return endpoint.follow(from, location);
  }

  @Override
  public String problem(Answer answer) {
    String code = answer.header("X-Error-Code");
    return switch (code == null ? "" : code) {
      case "GatedRepo" ->
          throw new GatedException(repository, endpoint.page(repository).toString());
      case "EntryNotFound" ->
          "repository %s has no such file at revision %s".formatted(repository, revision);
      case "RevisionNotFound" -> "repository %s has no revision %s".formatted(repository, revision);
      case "RepoNotFound" ->
          "there is no repository %s, or the access token may not see it".formatted(repository);
      default -> withoutCode(answer);
    };
  }

  private String withoutCode(Answer answer) {
    if (answer.status() == 401 && !answer.foreign() && credentials == null) {
      return "repository %s does not exist, or is private and needs an access token"
          .formatted(repository);
    }
    if (answer.status() == 401 && !answer.foreign()) {
      return "the credentials are not accepted, or there is no repository " + repository;
    }
    String message = answer.header("X-Error-Message");
    return Refusal.text(answer) + (message == null ? "" : ", \"" + printable(message) + "\"");
  }

  private static String printable(String message) {
    String text = message.replaceAll("[^ -~]", "?");
    return text.length() > LONGEST_MESSAGE ? text.substring(0, LONGEST_MESSAGE) : text;
  }
}
