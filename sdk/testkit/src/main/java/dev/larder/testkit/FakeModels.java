package dev.larder.testkit;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.Engine;
import dev.larder.core.Models;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.Selection;
import dev.larder.core.engine.VectorCut;
import dev.larder.core.project.ApplicationModels;
import dev.larder.guice.DeclaredEngines;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Engines for tests of application code: for every model of the catalog one that needs no file and
 * no native code, and that answers in a way a test can foresee.
 *
 * <pre>{@code
 * Injector injector =
 *     Guice.createInjector(
 *         Modules.override(new ModelsModule(), new SearchModule()).with(FakeModels.module()));
 * FakeModels models = injector.getInstance(FakeModels.class);
 * models.generation("smollm2-135m-instruct").answer("forty-two");
 * }</pre>
 *
 * <p>Safe for use by many threads at once.
 */
public final class FakeModels implements Models {

  private final Catalog catalog = Catalog.builtIn();
  private final Map<String, Engine> byVariant = new LinkedHashMap<>();
  private boolean closed;

  /**
   * Binds every engine that the class path declares to a fake, and {@link Models} to the {@link
   * FakeModels} that they are from. New fakes for every injector.
   */
  public static Module module() {
    ApplicationModels application = ApplicationModels.onClassPath(ApplicationModels.classLoader());
    return new AbstractModule() {
      @Override
      protected void configure() {
        FakeModels models = new FakeModels();
        install(new DeclaredEngines(application, models.catalog));
        bind(FakeModels.class).toInstance(models);
        bind(Models.class).to(FakeModels.class);
      }
    };
  }

  @Override
  public synchronized <E extends Engine> E engine(Class<E> type, String selector) {
    if (closed) {
      throw new IllegalStateException(
          "The engine of \"%s\" was asked for after FakeModels was closed".formatted(selector));
    }
    Selection selection = catalog.select(type, selector);
    String variant = selection.model().name() + ":" + selection.variant().id();
    return type.cast(byVariant.computeIfAbsent(variant, key -> fake(selection)));
  }

  private static Engine fake(Selection selection) {
    return switch (selection.model().task()) {
      case EMBEDDING -> new FakeEmbeddingEngine(selection);
      case RERANK -> new FakeRerankEngine(selection);
      case GENERATION -> new FakeGenerationEngine(selection);
    };
  }

  @Override
  public FakeEmbeddingEngine embedding(String selector) {
    return (FakeEmbeddingEngine) Models.super.embedding(selector);
  }

  @Override
  public EmbeddingEngine embedding(String selector, int dimensions) {
    Selection selection = catalog.select(EmbeddingEngine.class, selector);
    return VectorCut.of(selection, dimensions, "the call of Models.embedding")
        .of(embedding(selector));
  }

  @Override
  public FakeRerankEngine rerank(String selector) {
    return (FakeRerankEngine) Models.super.rerank(selector);
  }

  @Override
  public FakeGenerationEngine generation(String selector) {
    return (FakeGenerationEngine) Models.super.generation(selector);
  }

  @Override
  public synchronized void close() {
    closed = true;
    byVariant.values().forEach(Engine::close);
  }
}
