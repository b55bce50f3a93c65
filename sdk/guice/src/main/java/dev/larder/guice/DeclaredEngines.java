package dev.larder.guice;

import com.google.inject.AbstractModule;
import com.google.inject.Key;
import com.google.inject.multibindings.MapBinder;
import dev.larder.api.Engine;
import dev.larder.api.UsesModel;
import dev.larder.core.Models;
import dev.larder.core.catalog.Task;
import dev.larder.core.project.ApplicationModels;
import dev.larder.core.project.DeclaredCatalog;
import dev.larder.core.project.DeclaredEngine;
import java.util.Optional;

/**
 * Binds every engine that an application declares to what the injector's {@link Models} gives for
 * it: by itself, as an {@link Optional}, and in a map of all engines of its type by their
 * selectors. All that is wrong with the declarations is reported at once when the injector is
 * created.
 */
public final class DeclaredEngines extends AbstractModule {

  private final ApplicationModels application;
  private final DeclaredCatalog names;

  /**
   * @param names what names mean in the application
   */
  public DeclaredEngines(ApplicationModels application, DeclaredCatalog names) {
    this.application = application;
    this.names = names;
  }

  @Override
  protected void configure() {
    for (Task task : Task.values()) {
      bindAll(task.engineType());
    }
    application.engines().forEach(engine -> bind(engine.type(), engine));
    bind(StartupCheck.class).toInstance(new StartupCheck(application, names));
  }

  /**
   * What there is for an engine type even where no model is declared. Guice takes the binding of
   * the annotation without its value for a selector that is not bound by itself.
   */
  private <E extends Engine> void bindAll(Class<E> type) {
    MapBinder.newMapBinder(binder(), String.class, type);
    bind(type).annotatedWith(UsesModel.class).toProvider(new UnprocessedUse<>());
    bind(OptionalEngine.type(type))
        .annotatedWith(UsesModel.class)
        .toProvider(new UnprocessedUse<>());
  }

  private <E extends Engine> void bind(Class<E> type, DeclaredEngine engine) {
    String source = String.join(", ", engine.declaredBy());
    Key<E> key = UsesModelLiteral.key(type, engine.model());
    binder()
        .withSource(source)
        .bind(key)
        .toProvider(new EngineOfModel<>(getProvider(Models.class), type, engine));
    binder()
        .withSource(source)
        .bind(OptionalEngine.type(type))
        .annotatedWith(new UsesModelLiteral(engine.model()))
        .toProvider(new OptionalEngine<>(getProvider(key)));
    MapBinder.newMapBinder(binder(), String.class, type).addBinding(engine.model()).to(key);
  }
}
