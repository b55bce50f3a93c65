package dev.larder.guice;

import com.google.inject.AbstractModule;
import dev.larder.core.ModelRegistry;
import dev.larder.core.Models;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.engine.EngineFinder;
import dev.larder.core.project.ApplicationModels;
import java.util.Objects;

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
 * <p>Besides {@code @UsesModel("minilm") EmbeddingEngine}, code may inject a {@code Provider} of
 * it, a {@code java.util.Optional}, which is empty where the model is not on this machine, and
 * {@code Map<String, Provider<EmbeddingEngine>>}, the engines of all declared models by their
 * selectors.
 *
 * <p>Creating the injector reads manifests and locks, looks whether every declared model is on this
 * machine, and reports all that is wrong at once. An engine opens its model at the first use, in
 * every {@link com.google.inject.Stage}, or with {@link Models#warmUp()}. Nothing uses the network.
 *
 * <p>All injection points of one model share an engine, and all injectors of a process its native
 * session. Guice has no hook for the end of an injector: whoever created it closes {@link Models}.
 *
 * <p>Several modules may install this one.
 */
public final class ModelsModule extends AbstractModule {

  private final ClassLoader loader = ApplicationModels.classLoader();
  private final MissingModels missing;

  /** For the application of {@link ApplicationModels#classLoader()}, without network. */
  public ModelsModule() {
    this(MissingModels.REPORTED);
  }

  private ModelsModule(MissingModels missing) {
    this.missing = missing;
  }

  /** A module that does something else than {@link #ModelsModule()}. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  protected void configure() {
    ApplicationModels application = ApplicationModels.onClassPath(loader);
    ModelRegistry registry = ModelRegistry.of(application, missing.fetchers(loader));
    install(new DeclaredEngines(application, application.names(Catalog.builtIn())));
    bind(ModelRegistry.class).toInstance(registry);
    bind(Models.class).toInstance(missing.open(registry, EngineFinder.onClassPath(loader)));
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof ModelsModule other
        && loader.equals(other.loader)
        && missing == other.missing;
  }

  @Override
  public int hashCode() {
    return Objects.hash(loader, missing);
  }

  /** Makes a {@link ModelsModule}. */
  public static final class Builder {

    private MissingModels missing = MissingModels.REPORTED;

    private Builder() {}

    /**
     * Fetches declared models that are not on this machine when the injector is created, which
     * takes as long as it takes; an {@code Optional} whose model does not come is empty. Needs
     * {@code dev.larder:models-hub} on the class path. Closing {@link Models} ends the fetching.
     */
    public Builder fetchMissing() {
      missing = MissingModels.FETCHED;
      return this;
    }

    public ModelsModule build() {
      return new ModelsModule(missing);
    }
  }
}
