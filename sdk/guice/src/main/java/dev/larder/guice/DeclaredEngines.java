package dev.larder.guice;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.spi.Message;
import dev.larder.api.Engine;
import dev.larder.api.ModelException;
import dev.larder.core.Models;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.project.ApplicationModels;
import dev.larder.core.project.DeclaredEngine;

/**
 * Binds every engine that an application declares to what the injector's {@link Models} gives for
 * it. All that is wrong with the declarations is reported at once.
 */
public final class DeclaredEngines extends AbstractModule {

  private final ApplicationModels application;
  private final Catalog catalog;

  public DeclaredEngines(ApplicationModels application, Catalog catalog) {
    this.application = application;
    this.catalog = catalog;
  }

  @Override
  protected void configure() {
    for (ModelException problem : application.problems()) {
      addError(new Message(problem.getMessage()));
    }
    for (DeclaredEngine engine : application.engines()) {
      bindEngine(engine.type(), engine.model(), String.join(", ", engine.declaredBy()));
    }
  }

  /** A declaration that is wrong is bound all the same, or Guice would report it once more. */
  private <E extends Engine> void bindEngine(Class<E> type, String selector, String source) {
    try {
      catalog.select(type, selector);
    } catch (ModelException e) {
      addError(new Message(source, e.getMessage()));
    }
    Provider<Models> models = getProvider(Models.class);
    binder()
        .withSource(source)
        .bind(UsesModelLiteral.key(type, selector))
        .toProvider(() -> models.get().engine(type, selector));
  }
}
