package dev.larder.core.store;

import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Origin;
import dev.larder.core.catalog.Source.HubSource;
import dev.larder.core.file.PathText;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The cache of huggingface_hub: {@code models--owner--name/snapshots/commit/path}, links to {@code
 * blobs/digest}.
 *
 * @param folder the cache's folder, which need not exist
 */
record HuggingFaceCache(Path folder) implements LocalContent {

  /** Where huggingface_hub would look: {@code HF_HUB_CACHE} and what it falls back to. */
  static HuggingFaceCache of(Map<String, String> environment, Path userHome) {
    for (String variable : new String[] {"HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE"}) {
      String value = environment.getOrDefault(variable, "");
      if (!value.isBlank()) {
        return new HuggingFaceCache(PathText.parse(value));
      }
    }
    String home = environment.getOrDefault("HF_HOME", "");
    if (!home.isBlank()) {
      return new HuggingFaceCache(PathText.parse(home).resolve("hub"));
    }
    String caches = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path cache = caches.isBlank() ? userHome.resolve(".cache") : PathText.parse(caches);
    return new HuggingFaceCache(cache.resolve("huggingface/hub"));
  }

  @Override
  public Origin origin() {
    return Origin.HUB_CACHE;
  }

  @Override
  public Stream<Path> candidates(WantedModel model, ModelFile file) {
    if (!(model.source() instanceof HubSource hub)) {
      return Stream.empty();
    }
    Path repository = folder.resolve("models--" + hub.repository().replace("/", "--"));
    // Large files lie under their SHA-256 there, small ones under their git digest.
    Stream<Path> blobs =
        Stream.concat(Stream.ofNullable(file.sha256()), Stream.ofNullable(file.gitSha1()))
            .map(repository.resolve("blobs")::resolve);
    return Stream.concat(blobs, snapshot(repository, model.revision(), file).stream());
  }

  private static Optional<Path> snapshot(
      Path repository, @Nullable String revision, ModelFile file) {
    try {
      return Optional.ofNullable(revision)
          .map(commit -> repository.resolve("snapshots").resolve(commit).resolve(file.path()));
    } catch (InvalidPathException e) {
      // Here, no file has such a name.
      return Optional.empty();
    }
  }
}
