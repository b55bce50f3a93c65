package dev.larder.guice;

import dev.larder.core.ModelRegistry;
import dev.larder.core.Models;
import dev.larder.core.engine.EngineFinder;
import dev.larder.core.store.Fetchers;

/** What becomes of declared models that are not on this machine. */
enum MissingModels {
  /** They are reported; nothing uses the network. */
  REPORTED {
    @Override
    Fetchers fetchers(ClassLoader loader) {
      return Fetchers.none();
    }

    @Override
    Models open(ModelRegistry registry, EngineFinder finder) {
      return Models.of(registry, finder);
    }
  },
  /** They are fetched with what is on the class path. */
  FETCHED {
    @Override
    Fetchers fetchers(ClassLoader loader) {
      return Fetchers.onClassPath(loader);
    }

    @Override
    Models open(ModelRegistry registry, EngineFinder finder) {
      return Models.fetching(registry, finder);
    }
  };

  abstract Fetchers fetchers(ClassLoader loader);

  abstract Models open(ModelRegistry registry, EngineFinder finder);
}
