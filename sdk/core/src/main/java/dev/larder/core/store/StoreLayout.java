package dev.larder.core.store;

import dev.larder.core.catalog.Digests;
import dev.larder.core.catalog.Selector;
import dev.larder.core.file.PathText;
import dev.larder.core.lock.LockedModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Where everything lies in a store.
 *
 * @param home the store's folder, absolute
 */
public record StoreLayout(Path home) {

  /** The property that names the store's folder; it goes before the environment. */
  public static final String PROPERTY = "models.dir";

  /** The environment variable that names the store's folder. */
  public static final String VARIABLE = "LARDER_MODELS_DIR";

  /** The environment variable that names shared stores, separated as in {@code PATH}. */
  public static final String SHARED_VARIABLE = "LARDER_SHARED_MODELS_DIRS";

  private static final String PARTIAL = ".part";
  private static final String AGAIN = ".again";

  public StoreLayout {
    home = home.toAbsolutePath().normalize();
  }

  /**
   * The store that this process is told to use, {@code ~/.larder} where it is told nothing.
   *
   * @throws dev.larder.api.StorageException if this process cannot name it
   */
  public static StoreLayout ofProcess() {
    return of(System.getProperties(), System.getenv());
  }

  static StoreLayout of(Properties properties, Map<String, String> environment) {
    String property = properties.getProperty(PROPERTY, "");
    String variable = environment.getOrDefault(VARIABLE, "");
    if (!property.isBlank()) {
      return new StoreLayout(PathText.parse(property));
    }
    return new StoreLayout(
        variable.isBlank()
            ? PathText.parse(properties.getProperty("user.home")).resolve(".larder")
            : PathText.parse(variable));
  }

  /** The folders that everything but the record and the list of projects lies in. */
  List<Path> folders() {
    return List.of(home.resolve("cache"), home.resolve("natives"));
  }

  /** The record of everything that was ever fetched here. */
  Path record() {
    return home.resolve("models.lock");
  }

  /** Which projects lock what. */
  Path projects() {
    return home.resolve("projects.json");
  }

  /** All content. */
  Path blobs() {
    return home.resolve("cache/blobs/sha256");
  }

  /** Content by its digest, one copy whatever the number of names. */
  Path blob(String sha256) {
    return blobs().resolve(Digests.requireSha256(sha256));
  }

  /** The folders of all models: {@code name/variant/revision}. */
  Path models() {
    return home.resolve("cache/models");
  }

  /** The folder of one revision of a variant of a model. */
  Path folder(String name, String variant, String revision) {
    return models().resolve(name).resolve(variant).resolve(revision);
  }

  /** Where a model's files lie, by their paths. */
  public Path folder(LockedModel model) {
    return folder(model.key().name(), model.variant(), model.revision());
  }

  /** Where the files of a model lie that is named in full. */
  Path folder(Selector name) {
    return folder(
        name.name(),
        Objects.requireNonNull(name.variant()),
        Objects.requireNonNull(name.revision()));
  }

  /** All downloads under way. */
  Path partials() {
    return home.resolve("cache/partial");
  }

  /** A download under way. */
  Path partial(String id) {
    return partials().resolve(id + PARTIAL);
  }

  /** Where a download grows that begins again, as long as the old one may be the right one. */
  static Path replacement(Path partial) {
    return partial.resolveSibling(partial.getFileName() + AGAIN);
  }

  /** The id of a download under way. */
  static String idOf(Path partial) {
    return String.valueOf(partial.getFileName())
        .replaceFirst(Pattern.quote(AGAIN) + "$", "")
        .replaceFirst(Pattern.quote(PARTIAL) + "$", "");
  }

  /**
   * Native libraries, unpacked once for all processes.
   *
   * @param library its name and version
   */
  public Path natives(String library) {
    return home.resolve("natives").resolve(library);
  }

  /** The file whose lock guards an id. */
  Path lock(String id) {
    return home.resolve("cache/locks").resolve(id + ".lock");
  }
}
