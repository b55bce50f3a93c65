package dev.larder.hub;

import dev.larder.api.ChecksumMismatchException;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Source;
import dev.larder.core.catalog.Source.HubSource;
import dev.larder.core.fetch.Declared;
import dev.larder.core.fetch.MetadataRequest;
import dev.larder.core.fetch.MetadataSource;
import dev.larder.hub.RepositoryListing.Sibling;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** What the Hugging Face hub, or a mirror of it, declares of a repository. One request. */
public final class HubMetadata implements MetadataSource {

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
    return client
        .retries(place.url().newBuilder().query(null).build(), () -> 0)
        .run(
            () -> {
              try (Answer answer = client.get(place, Headers.EMPTY)) {
                if (answer.status() != 200) {
                  throw Refusal.of(answer, place);
                }
                return declared(
                    request, RepositoryListing.read(answer.body().inputStream()), place);
              }
            });
  }

  private static Declared declared(
      MetadataRequest request, RepositoryListing listing, HubPlace place) throws FinalFault {
    String commit = place.commit(LinkedFile.commitOrNull(listing.sha()));
    List<ModelFile> files = new ArrayList<>();
    for (ModelFile file : request.files()) {
      Sibling declared =
          listing
              .find(file.path())
              .orElseThrow(
                  () ->
                      new FinalFault(
                          "repository %s has no file %s at %s"
                              .formatted(place.repository(), file.path(), commit)));
      files.add(merged(file, declared, place.url().toString()));
    }
    return new Declared(commit, files);
  }

  private static ModelFile merged(ModelFile file, Sibling declared, String url) {
    return new ModelFile(
        file.role(),
        file.path(),
        same(file.sha256(), declared.sha256(), file, url),
        same(file.gitSha1(), declared.gitSha1(), file, url),
        same(file.size(), declared.length(), file, url));
  }

  private static <T> @Nullable T same(
      @Nullable T known, @Nullable T declared, ModelFile file, String url) {
    if (known != null && declared != null && !known.equals(declared)) {
      throw new ChecksumMismatchException(file.path(), url, known.toString(), declared.toString());
    }
    return known == null ? declared : known;
  }
}
