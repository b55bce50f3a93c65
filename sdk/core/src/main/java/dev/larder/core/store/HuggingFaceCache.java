package dev.larder.core.store;

import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Source.HubSource;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

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
        return new HuggingFaceCache(Path.of(value));
      }
    }
    String home = environment.getOrDefault("HF_HOME", "");
    if (!home.isBlank()) {
      return new HuggingFaceCache(Path.of(home, "hub"));
    }
    String caches = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path cache = caches.isBlank() ? userHome.resolve(".cache") : Path.of(caches);
    return new HuggingFaceCache(cache.resolve("huggingface/hub"));
  }

  @Override
  public Stream<Path> candidates(WantedModel model, ModelFile file) {
    if (!(model.source() instanceof HubSource hub)) {
      return Stream.empty();
    }
    Path repository = folder.resolve("models--" + hub.repository().replace("/", "--"));
    Stream<Path> blob =
        file.sha256() == null
            ? Stream.empty()
            : Stream.of(repository.resolve("blobs").resolve(file.sha256()));
    Stream<Path> snapshot =
        model.revision() == null
            ? Stream.empty()
            : Stream.of(
                repository.resolve("snapshots").resolve(model.revision()).resolve(file.path()));
    return Stream.concat(blob, snapshot);
  }
}
