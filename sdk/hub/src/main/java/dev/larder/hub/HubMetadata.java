package dev.larder.hub;

import dev.larder.core.catalog.Source;
import dev.larder.core.catalog.Source.HubSource;
import dev.larder.core.fetch.Declared;
import dev.larder.core.fetch.MetadataRequest;
import dev.larder.core.fetch.MetadataSource;
import okhttp3.HttpUrl;

/**
 * What the Hugging Face hub, or a mirror of it, declares of a repository. One request, and more
 * only where its answer leaves something open.
 */
public final class HubMetadata implements MetadataSource, AutoCloseable {

  private final HubSettings settings;
  private final HttpsClient client;

  /** Reads the environment. */
  public HubMetadata() {
    this(HubSettings.fromEnvironment());
  }

  public HubMetadata(HubSettings settings) {
    this(settings, HttpsClient.of(settings));
  }

  HubMetadata(HubSettings settings, HttpsClient client) {
    this.settings = settings;
    this.client = client;
  }

  @Override
  public boolean describes(Source source) {
    return source instanceof HubSource;
  }

  @Override
  public Declared describe(MetadataRequest request) {
    settings.requireOnline(request.model(), "metadata of its files", request.source());
    String repository = ((HubSource) request.source()).repository();
    HubEndpoint endpoint = HubEndpoint.of(settings.endpoint(), 0);
    String revision = request.revision() == null ? HubPlace.NEWEST : request.revision();
    HttpUrl url = endpoint.metadata(repository, revision);
    HubPlace place = new HubPlace(endpoint, settings.credentials(), repository, revision, url);
    HubQuery query = new HubQuery(client, place);
    ListedFiles listed = query.list(request.files());
    if (listed.isGated() && settings.credentials() == null) {
      // The metadata is open to everybody; better to know before the files are wanted.
      request.files().stream().limit(1).forEach(query::requireReadable);
    }
    if (!listed.incomplete().isEmpty()) {
      listed = listed.with(query.tree(listed.commit(), listed.incomplete()));
    }
    return new Declared(listed.commit(), listed.addTo(request.files(), url.toString()));
  }

  /** Gives connections and threads back. Nothing may be asked after it. */
  @Override
  public void close() {
    client.close();
  }
}
