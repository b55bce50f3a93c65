package dev.larder.guice;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.spi.Message;
import dev.larder.api.Engine;
import dev.larder.api.ModelException;
import dev.larder.core.Models;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.project.ApplicationModels;
import dev.larder.core.project.DeclaredCatalog;
import dev.larder.core.project.DeclaredEngine;

/**
 * Binds every engine that an application declares to what the injector's {@link Models} gives for
 * it. All that is wrong with the declarations is reported at once.
 */
public final class DeclaredEngines extends AbstractModule {

  private final ApplicationModels application;
  private final Catalog builtIn;

  public DeclaredEngines(ApplicationModels application, Catalog builtIn) {
    this.application = application;
    this.builtIn = builtIn;
  }

  @Override
  protected void configure() {
    for (ModelException problem : application.problems()) {
      addError(new Message(problem.getMessage()));
    }
    DeclaredCatalog names = application.names(builtIn);
    for (ModelException problem : names.problems()) {
      addError(new Message(problem.getMessage()));
    }
    for (DeclaredEngine engine : application.engines()) {
      bindEngine(engine.type(), engine, names.catalog());
    }
  }

  /** A declaration that is wrong is bound all the same, or Guice would report it once more. */
  private <E extends Engine> void bindEngine(
      Class<E> type, DeclaredEngine engine, Catalog catalog) {
    String source = String.join(", ", engine.declaredBy());
    try {
      catalog.select(type, engine.model());
    } catch (ModelException e) {
      addError(new Message(source, e.getMessage()));
    }
    Provider<Models> models = getProvider(Models.class);
    binder()
        .withSource(source)
        .bind(UsesModelLiteral.key(type, engine.model()))
        .toProvider(() -> type.cast(models.get().engine(engine)));
  }
}
