package dev.larder.core.project;

import dev.larder.api.LockOutOfDateException;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.fetch.TransferListener;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.manifest.ModelUse;
import dev.larder.core.store.Fetchers;
import dev.larder.core.store.Installation;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.WantedModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Brings a project's declared models into the store and its lock up to date. */
public final class ProjectModels {

  private final Catalog catalog;
  private final ModelStore store;
  private final Supplier<Fetchers> fetchers;
  private final TransferListener listener;

  /**
   * @param fetchers asked only where something is missing, as what can fetch is slow to load;
   *     closed afterwards
   * @param listener is told how files arrive
   */
  public ProjectModels(
      Catalog catalog, ModelStore store, Supplier<Fetchers> fetchers, TransferListener listener) {
    this.catalog = catalog;
    this.store = store;
    this.fetchers = fetchers;
    this.listener = listener;
  }

  /**
   * Fetches what is missing and locks what is not locked.
   *
   * @throws dev.larder.api.ModelException if that cannot be done; the old lock stays then
   */
  public ProjectResult prepare(ProjectRequest request) {
    LockFile lockFile = new LockFile(request.lockFile());
    ModelsLock old = lockFile.read();
    Map<String, WantedModel> wanted = wanted(request, old);
    request.frozenBy().ifPresent(by -> requireUnchanged(request, old, wanted, by));

    List<Installation> installations = install(List.copyOf(wanted.values()));
    ModelsLock now = ModelsLock.of(installations.stream().map(Installation::model).toList());
    boolean changed = !now.equals(old);
    if (changed) {
      lockFile.write(now);
    }
    store.projects().note(request.name(), request.lockFile(), now);
    return new ProjectResult(now, installations, changed);
  }

  private Map<String, WantedModel> wanted(ProjectRequest request, ModelsLock old) {
    ModelResolver resolver = new ModelResolver(catalog, old);
    Map<String, WantedModel> wanted = new TreeMap<>();
    request.manifests().stream()
        .flatMap(manifest -> manifest.uses().stream())
        .map(ModelUse::model)
        .distinct()
        .map(resolver::resolve)
        .forEach(model -> wanted.putIfAbsent(model.key().text(), model));
    return wanted;
  }

  private List<Installation> install(List<WantedModel> wanted) {
    Map<WantedModel, Installation> here = new LinkedHashMap<>();
    for (WantedModel model : wanted) {
      find(model).ifPresent(installation -> here.put(model, installation));
    }
    List<WantedModel> missing = wanted.stream().filter(model -> !here.containsKey(model)).toList();
    if (!missing.isEmpty()) {
      try (Fetchers open = fetchers.get()) {
        List<Installation> fetched = store.install(missing, open, listener);
        for (int i = 0; i < missing.size(); i++) {
          here.put(missing.get(i), fetched.get(i));
        }
      }
    }
    return wanted.stream().map(model -> Objects.requireNonNull(here.get(model))).toList();
  }

  private Optional<Installation> find(WantedModel wanted) {
    return store
        .known(wanted)
        .flatMap(
            locked ->
                store.find(locked).map(folder -> new Installation(locked, folder, List.of())));
  }

  private static void requireUnchanged(
      ProjectRequest request, ModelsLock old, Map<String, WantedModel> wanted, String frozenBy) {
    List<String> differences = new ArrayList<>();
    for (WantedModel model : wanted.values()) {
      Optional<LockedModel> locked = old.find(model.key());
      if (locked.isEmpty()) {
        differences.add("\"%s\" is declared, but not locked".formatted(model.key()));
      } else if (!WantedModel.of(locked.get()).equals(model)) {
        differences.add(
            "\"%s\" is declared with another revision than the lock's".formatted(model.key()));
      }
    }
    for (LockedModel locked : old.models()) {
      if (!wanted.containsKey(locked.key().text())) {
        differences.add("\"%s\" is locked, but no longer declared".formatted(locked.key()));
      }
    }
    if (!differences.isEmpty()) {
      throw new LockOutOfDateException(request.lockFile().toString(), differences, frozenBy);
    }
  }
}
