package dev.larder.guice;

import com.google.inject.Provider;
import dev.larder.api.Engine;
import dev.larder.core.Models;
import dev.larder.core.project.DeclaredEngine;

/** Gives the one engine of a declared model, with vectors of the length that is declared. */
record EngineOfModel<E extends Engine>(
    Provider<Models> models, Class<E> type, DeclaredEngine declared) implements Provider<E> {

  @Override
  public E get() {
    return type.cast(models.get().engine(declared));
  }
}
