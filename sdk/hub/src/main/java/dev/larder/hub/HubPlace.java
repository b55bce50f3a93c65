package dev.larder.hub;

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
      throw new FinalFault(
          "the server does not say which commit %s is".formatted(revision),
          "name a commit in place of %s, its 40 digits".formatted(revision));
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
  public FinalFault refusal(Answer answer) {
    return new HubRefusal(this, answer).fault();
  }
}
