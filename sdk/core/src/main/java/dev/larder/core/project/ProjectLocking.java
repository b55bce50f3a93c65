package dev.larder.core.project;

import dev.larder.api.LockOutOfDateException;
import dev.larder.api.NotFetchedException;
import dev.larder.api.UnknownModelException;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.Selector;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.store.Fetchers;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.WantedModel;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Brings a project's lock up to date without fetching a model. Where nothing at all is declared, a
 * lock that may change is left alone: mostly the annotation processor did not run then.
 */
public final class ProjectLocking {

  private final Catalog catalog;
  private final ModelStore store;
  private final Supplier<Fetchers> fetchers;

  /**
   * @param fetchers asked only where neither the catalog nor the store knows the exact files
   */
  public ProjectLocking(Catalog catalog, ModelStore store, Supplier<Fetchers> fetchers) {
    this.catalog = catalog;
    this.store = store;
    this.fetchers = fetchers;
  }

  /** Locks what is declared and not locked, and drops what is no longer declared. */
  public LockUpdate lock(ProjectRequest request) {
    ModelsLock old = new LockFile(request.lockFile()).read();
    return lock(request, old, old);
  }

  /** The same, and moves every model to the catalog's variant and revision. */
  public LockUpdate update(ProjectRequest request) {
    return lock(request, new LockFile(request.lockFile()).read(), ModelsLock.empty());
  }

  /**
   * The same for some models; the others stay.
   *
   * @throws UnknownModelException for a name that the project does not declare
   */
  public LockUpdate update(ProjectRequest request, List<String> selectors) {
    ModelsLock old = new LockFile(request.lockFile()).read();
    DeclaredModels declared =
        DeclaredModels.of(catalog, ModelsLock.empty(), request.declarations(), request.platforms());
    Set<Selector> moving =
        selectors.stream()
            .map(selector -> declaredKey(selector, declared))
            .collect(Collectors.toSet());
    List<LockedModel> staying =
        old.models().stream().filter(model -> !moving.contains(model.key())).toList();
    return lock(request, old, ModelsLock.of(staying));
  }

  private static Selector declaredKey(String selector, DeclaredModels declared) {
    Selector key = declared.catalog().select(selector).key();
    if (!declared.byKey().containsKey(key.text())) {
      throw new UnknownModelException(selector, List.copyOf(declared.byKey().keySet()));
    }
    return key;
  }

  private LockUpdate lock(ProjectRequest request, ModelsLock old, ModelsLock kept) {
    if (request.declarations().isEmpty() && request.frozenBy().isEmpty()) {
      return new LockUpdate(old, old);
    }
    DeclaredModels declared =
        DeclaredModels.of(catalog, kept, request.declarations(), request.platforms().of(old));
    new RunnableModels(declared.catalog())
        .require(List.copyOf(declared.models()), request.licences());
    List<String> differences = declared.differences(old);
    if (!differences.isEmpty() && request.frozenBy().isPresent()) {
      throw new LockOutOfDateException(
          request.lockFile().toString(), differences, request.frozenBy().get());
    }
    ModelsLock now = declared.lock(declared.models().stream().map(this::exactly).toList(), old);
    if (!now.equals(old)) {
      new LockFile(request.lockFile()).write(now);
    }
    store.projects().note(request.name(), request.lockFile(), now);
    return new LockUpdate(old, now);
  }

  private LockedModel exactly(WantedModel model) {
    return new ExactFiles(store, fetchers)
        .of(model)
        .orElseThrow(
            () ->
                new NotFetchedException(
                    model.key().text(),
                    store.layout().home().toString(),
                    "run mvn models:fetch: only its bytes say what its digests are"));
  }
}
