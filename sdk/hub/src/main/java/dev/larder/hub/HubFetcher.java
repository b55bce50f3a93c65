package dev.larder.hub;

import dev.larder.core.catalog.Origin;
import dev.larder.core.catalog.Source;
import dev.larder.core.catalog.Source.HubSource;
import dev.larder.core.fetch.FetchRequest;
import dev.larder.core.fetch.Fetched;
import dev.larder.core.fetch.Fetcher;
import java.security.MessageDigest;
import okhttp3.HttpUrl;

/**
 * Fetches files of repositories on the Hugging Face hub, or on a mirror of it. A branch or tag is
 * resolved to its commit; without a revision it is the branch {@code main}.
 */
public final class HubFetcher implements Fetcher {

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
  public MessageDigest newSha256() {
    return FastDigest.sha256();
  }

  @Override
  public Fetched fetch(FetchRequest request) {
    settings.requireOnline(request.model(), request.file().path(), request.source());
    HubEndpoint endpoint = HubEndpoint.of(settings.endpoint(), request.sink().kept());
    String repository = ((HubSource) request.source()).repository();
    String revision = request.revision() == null ? HubPlace.NEWEST : request.revision();
    String path = request.file().path();
    HttpUrl url = endpoint.file(repository, revision, path);
    HubPlace place = new HubPlace(endpoint, settings.credentials(), repository, revision, url);
    return new Download(client, place, request)
        .run(
            linked -> {
              String commit = place.commit(linked.commit());
              return new Fetched(
                  Origin.HUB, endpoint.file(repository, commit, path).toString(), commit);
            });
  }

  @Override
  public void close() {
    client.close();
  }
}
