package dev.larder.core.project;

import dev.larder.api.LicenceDeniedException;
import dev.larder.api.LockOutOfDateException;
import dev.larder.api.ModelException;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.fetch.TransferListener;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.store.Fetchers;
import dev.larder.core.store.Installation;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.WantedModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

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
    DeclaredModels wanted = declared(request, old);
    request.frozenBy().ifPresent(by -> requireUnchanged(request, wanted.differences(old), by));
    RunnableModels runnable = new RunnableModels(wanted.catalog());
    runnable.require(List.copyOf(wanted.models()), request.licences());

    List<Installation> installations = install(wanted.here(), runnable);
    ModelsLock now =
        wanted.lock(
            Stream.concat(
                    installations.stream().map(Installation::model),
                    wanted.elsewhere().stream().map(model -> exactly(model, runnable)))
                .toList(),
            old);
    boolean changed = !now.equals(old);
    if (changed) {
      lockFile.write(now);
    }
    store.projects().note(request.name(), request.lockFile(), now);
    return new ProjectResult(
        now, part(now, wanted.application()), part(now, wanted.tests()), installations, changed);
  }

  private static ModelsLock part(ModelsLock lock, Set<String> keys) {
    return ModelsLock.of(
        lock.models().stream().filter(model -> keys.contains(model.key().text())).toList());
  }

  /** Looks how what is declared, the lock and the store agree; changes nothing. */
  public ProjectCheck check(ProjectRequest request) {
    ModelsLock lock = new LockFile(request.lockFile()).read();
    DeclaredModels wanted = declared(request, lock);
    return new ProjectCheck(
        wanted.models(),
        wanted.differences(lock),
        wanted.here().stream().filter(model -> find(model).isEmpty()).toList(),
        denied(wanted, request.licences()),
        unusable(wanted));
  }

  private DeclaredModels declared(ProjectRequest request, ModelsLock lock) {
    return DeclaredModels.of(catalog, lock, request.declarations(), request.platforms());
  }

  private static SortedMap<String, LicenceDeniedException> denied(
      DeclaredModels wanted, LicencePolicy licences) {
    SortedMap<String, LicenceDeniedException> denied = new TreeMap<>();
    for (WantedModel model : wanted.models()) {
      licences
          .violation(model, wanted.catalog())
          .ifPresent(denial -> denied.put(model.key().text(), denial));
    }
    return denied;
  }

  private SortedMap<String, ModelException> unusable(DeclaredModels wanted) {
    RunnableModels runnable = new RunnableModels(wanted.catalog());
    SortedMap<String, ModelException> unusable = new TreeMap<>();
    for (WantedModel model : wanted.models()) {
      runnable
          .violation(model)
          .<ModelException>map(violation -> violation)
          .or(() -> find(model).flatMap(runnable::violation))
          .ifPresent(violation -> unusable.put(model.key().text(), violation));
    }
    return unusable;
  }

  private List<Installation> install(List<WantedModel> wanted, RunnableModels runnable) {
    Map<WantedModel, Installation> here = new LinkedHashMap<>();
    for (WantedModel model : wanted) {
      find(model)
          .ifPresent(
              installation -> {
                store.noteUse(installation.folder());
                here.put(model, installation);
              });
    }
    store.noteInstalled(here.values().stream().map(Installation::model).toList());
    List<WantedModel> missing = wanted.stream().filter(model -> !here.containsKey(model)).toList();
    if (!missing.isEmpty()) {
      try (Fetchers open = fetchers.get()) {
        List<Installation> fetched = store.install(missing, open, listener, runnable);
        for (int i = 0; i < missing.size(); i++) {
          here.put(missing.get(i), fetched.get(i));
        }
      }
    }
    return wanted.stream().map(model -> Objects.requireNonNull(here.get(model))).toList();
  }

  /** What other machines use is fetched here only where nothing else says what it is. */
  private LockedModel exactly(WantedModel model, RunnableModels runnable) {
    return new ExactFiles(store, fetchers)
        .of(model)
        .orElseGet(() -> install(List.of(model), runnable).get(0).model());
  }

  private Optional<Installation> find(WantedModel wanted) {
    return store
        .known(wanted)
        .flatMap(
            locked -> store.find(locked).map(folder -> new Installation(locked, folder, Map.of())));
  }

  private static void requireUnchanged(
      ProjectRequest request, List<String> differences, String frozenBy) {
    if (!differences.isEmpty()) {
      throw new LockOutOfDateException(request.lockFile().toString(), differences, frozenBy);
    }
  }
}
