package dev.larder.guice;

import com.google.inject.Provider;
import dev.larder.api.Engine;
import dev.larder.core.Models;

/** Gives the one engine of a declared model. */
record EngineOfModel<E extends Engine>(Provider<Models> models, Class<E> type, String selector)
    implements Provider<E> {

  @Override
  public E get() {
    return models.get().engine(type, selector);
  }
}
