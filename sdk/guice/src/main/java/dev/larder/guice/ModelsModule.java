package dev.larder.guice;

import com.google.inject.AbstractModule;
import dev.larder.core.ModelRegistry;
import dev.larder.core.Models;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.engine.EngineFinder;
import dev.larder.core.project.ApplicationModels;
import dev.larder.core.store.Fetchers;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.StoreLayout;

/**
 * Binds an engine for every {@link dev.larder.api.UsesModel} of the application and of its
 * libraries, with {@link Models} and {@link ModelRegistry} as singletons.
 *
 * <pre>{@code
 * Injector injector = Guice.createInjector(new ModelsModule(), new SearchModule());
 * try (Models models = injector.getInstance(Models.class)) {
 *   injector.getInstance(Search.class).run();
 * }
 * }</pre>
 *
 * <p>Creating the injector reads manifests and locks, and reports every declaration that is wrong.
 * An engine opens its model at the first use, in every {@link com.google.inject.Stage}; where the
 * model is not on this machine, its injection fails with {@link
 * dev.larder.api.NotFetchedException}. Nothing uses the network.
 *
 * <p>All injection points of one model share an engine. Guice has no hook for the end of an
 * injector: whoever created it closes {@link Models}.
 *
 * <p>Several modules may install this one.
 */
public final class ModelsModule extends AbstractModule {

  private final ClassLoader loader;

  /** For the application of {@link ApplicationModels#classLoader()}. */
  public ModelsModule() {
    this.loader = ApplicationModels.classLoader();
  }

  @Override
  protected void configure() {
    ApplicationModels application = ApplicationModels.onClassPath(loader);
    Catalog catalog = Catalog.builtIn();
    ModelRegistry registry =
        new ModelRegistry(
            application.names(catalog).catalog(),
            application.lock(),
            new ModelStore(StoreLayout.ofProcess()),
            Fetchers.none());
    install(new DeclaredEngines(application, catalog));
    bind(ModelRegistry.class).toInstance(registry);
    bind(Models.class).toInstance(Models.of(registry, EngineFinder.onClassPath(loader)));
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof ModelsModule other && loader.equals(other.loader);
  }

  @Override
  public int hashCode() {
    return loader.hashCode();
  }
}
