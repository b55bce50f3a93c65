package dev.larder.core.store;

import dev.larder.core.file.PathText;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where models are kept and looked for.
 *
 * @param own the store that is written to
 * @param shared stores that are only read, the first one first
 * @param cache the cache of huggingface_hub
 */
record StorePlaces(StoreLayout own, List<SharedStore> shared, HuggingFaceCache cache) {

  StorePlaces {
    shared = List.copyOf(shared);
  }

  /** One's own store, and what the environment of this process names besides. */
  static StorePlaces around(StoreLayout own) {
    return of(own, System.getProperties(), System.getenv());
  }

  static StorePlaces of(StoreLayout own, Properties properties, Map<String, String> environment) {
    String shared = environment.getOrDefault(StoreLayout.SHARED_VARIABLE, "");
    return new StorePlaces(
        own,
        Stream.of(shared.split(Pattern.quote(File.pathSeparator), -1))
            .filter(folder -> !folder.isBlank())
            .map(folder -> new SharedStore(new StoreLayout(PathText.parse(folder))))
            .toList(),
        HuggingFaceCache.of(environment, PathText.parse(properties.getProperty("user.home"))));
  }

  /** All places but one's own that may have a file's content. */
  Stream<LocalContent> elsewhere() {
    return Stream.concat(shared.stream(), Stream.of(cache));
  }

  /** The layouts of all stores, one's own first. */
  Stream<StoreLayout> layouts() {
    return Stream.concat(Stream.of(own), shared.stream().map(SharedStore::layout));
  }
}
