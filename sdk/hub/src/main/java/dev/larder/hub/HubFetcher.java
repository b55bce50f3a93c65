package dev.larder.hub;

import dev.larder.api.DownloadFailedException;
import dev.larder.core.catalog.Source;
import dev.larder.core.catalog.Source.HubSource;
import dev.larder.core.fetch.FetchRequest;
import dev.larder.core.fetch.Fetched;
import dev.larder.core.fetch.Fetcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fetches files of repositories on the Hugging Face hub, or on a mirror of it. A branch or tag is
 * resolved to its commit; without a revision it is the branch {@code main}.
 */
public final class HubFetcher implements Fetcher {

  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

  private final HubSettings settings;
  private final HttpsClient client;

  /** Reads the environment. */
  public HubFetcher() {
    this(HubSettings.fromEnvironment());
  }

  public HubFetcher(HubSettings settings) {
    this(settings, HttpsClient.of(settings));
  }

  HubFetcher(HubSettings settings, HttpsClient client) {
    this.settings = settings;
    this.client = client;
  }

  @Override
  public boolean fetches(Source source) {
    return source instanceof HubSource;
  }

  @Override
  public Fetched fetch(FetchRequest request) {
    settings.requireOnline(request);
    HubEndpoint endpoint = endpoint(request);
    String repository = ((HubSource) request.source()).repository();
    String revision = request.revision() == null ? "main" : request.revision();
    String path = request.file().path();
    HubPlace place =
        new HubPlace(
            endpoint,
            settings.token(),
            repository,
            revision,
            endpoint.file(repository, revision, path));
    return new Download(client, place, request)
        .run(
            linked -> {
              String commit = commit(revision, linked.commit());
              return new Fetched(endpoint.file(repository, commit, path).toString(), commit);
            });
  }

  private HubEndpoint endpoint(FetchRequest request) {
    try {
      return HubEndpoint.parse(settings.endpoint());
    } catch (FinalFault e) {
      // The endpoint is not shown: what is not a plain address may hold a password.
      throw new DownloadFailedException(
          "the endpoint of the hub", String.valueOf(e.getMessage()), request.sink().size(), null);
    }
  }

  private static String commit(String revision, @Nullable String told) throws FinalFault {
    boolean asked = COMMIT.matcher(revision).matches();
    if (asked && told != null && !told.equals(revision)) {
      throw new FinalFault("commit %s was asked for, and %s came".formatted(revision, told));
    }
    if (!asked && told == null) {
      throw new FinalFault("the server does not say which commit %s is".formatted(revision));
    }
    return told == null ? revision : told;
  }
}
