package dev.larder.its.models;

import dev.larder.api.EmbeddingEngine;
import dev.larder.core.ModelRegistry;
import dev.larder.core.Models;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.Selection;
import dev.larder.core.engine.EngineFinder;
import dev.larder.core.engine.InstalledModel;
import dev.larder.core.file.Folders;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.store.Fetchers;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.StoreLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The real models as an application has them: in a store, opened through {@link Models}. And in
 * langchain4j, for comparison.
 *
 * <p>The store is a new one, so that what earlier code made of a model is not what is tested.
 */
public final class RealModels implements AutoCloseable {

  private static final Path STORE = Path.of("target/real-models");

  private final ModelRegistry registry;
  private final Models models;
  private final Map<RealModel, LangChain> peers = new ConcurrentHashMap<>();

  private RealModels(ModelRegistry registry) {
    this.registry = registry;
    this.models =
        Models.fetching(registry, EngineFinder.onClassPath(RealModels.class.getClassLoader()));
  }

  static RealModels open() {
    removeStore();
    return new RealModels(
        new ModelRegistry(
            Catalog.builtIn(),
            ModelsLock.empty(),
            new ModelStore(new StoreLayout(STORE)),
            new Fetchers(List.of(new ClassPathFetcher()), List.of())));
  }

  private static void removeStore() {
    try {
      Folders.remove(STORE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  EmbeddingEngine engine(RealModel model) {
    return models.embedding(model.selector());
  }

  /** Where its files lie. */
  public InstalledModel installed(RealModel model) {
    return registry.ensure(model.selector());
  }

  /** The same file for an application that defines it as a model without prefixes. */
  EmbeddingEngine withoutPrefixes(RealModel model) {
    Selection selection = model.inCatalog();
    CatalogModel known = selection.model();
    String name = known.name() + "-without-prefixes";
    registry.register(
        new CatalogModel(
            name,
            Map.of(),
            known.description(),
            known.task(),
            known.dimensions(),
            known.matryoshka(),
            known.normalised(),
            "",
            "",
            known.gated(),
            List.of(selection.variant())));
    return models.embedding(name);
  }

  /** The model in langchain4j. */
  LangChain inLangChain(RealModel model) {
    return peers.computeIfAbsent(model, peer -> LangChain.open(installed(peer)));
  }

  @Override
  public void close() {
    models.close();
    removeStore();
  }
}
