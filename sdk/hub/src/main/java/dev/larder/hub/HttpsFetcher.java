package dev.larder.hub;

import dev.larder.api.DownloadFailedException;
import dev.larder.core.catalog.Origin;
import dev.larder.core.catalog.Source;
import dev.larder.core.catalog.Source.HttpsSource;
import dev.larder.core.fetch.FetchRequest;
import dev.larder.core.fetch.Fetched;
import dev.larder.core.fetch.Fetcher;
import java.security.MessageDigest;
import okhttp3.HttpUrl;

/**
 * Fetches files that lie below a folder of a web server, with resume and without a token. Their
 * revision is the one that is asked for, or {@code unversioned}.
 */
public final class HttpsFetcher implements Fetcher {

  private final HubSettings settings;
  private final HttpsClient client;

  /** Reads the environment. */
  public HttpsFetcher() {
    this(HubSettings.fromEnvironment());
  }

  /** Takes from the settings what is not about the hub. */
  public HttpsFetcher(HubSettings settings) {
    this(settings, HttpsClient.of(settings));
  }

  HttpsFetcher(HubSettings settings, HttpsClient client) {
    this.settings = settings;
    this.client = client;
  }

  @Override
  public boolean fetches(Source source) {
    return source instanceof HttpsSource;
  }

  @Override
  public MessageDigest newSha256() {
    return FastDigest.sha256();
  }

  @Override
  public Fetched fetch(FetchRequest request) {
    settings.requireOnline(request.model(), request.file().path(), request.source());
    HttpUrl url = url((HttpsSource) request.source(), request);
    String revision = request.revision() == null ? "unversioned" : request.revision();
    return new Download(client, new WebPlace(url), request)
        .run(linked -> new Fetched(Origin.WEB, url.toString(), revision));
  }

  /** A path may have characters that mean something in an address. */
  private static HttpUrl url(HttpsSource source, FetchRequest request) {
    String text = source.text().replaceFirst("/+$", "");
    HttpUrl folder = HttpUrl.parse(text);
    if (folder == null) {
      throw new DownloadFailedException(
          text,
          "it is not an address",
          request.sink().kept(),
          "correct the source of the definition",
          null);
    }
    HttpUrl.Builder url = folder.newBuilder();
    for (String segment : request.file().path().split("/", -1)) {
      url.addPathSegment(segment);
    }
    return url.build();
  }

  @Override
  public void close() {
    client.close();
  }
}
