package dev.larder.guice;

import com.google.inject.Provider;
import com.google.inject.ProvisionException;
import com.google.inject.TypeLiteral;
import com.google.inject.util.Types;
import dev.larder.api.Engine;
import java.util.Optional;

/**
 * Gives an engine whose model is on this machine, or comes, and nothing where it is not.
 *
 * @param engine the engine, by whoever binds it
 */
record OptionalEngine<E extends Engine>(Provider<E> engine) implements Provider<Optional<E>> {

  /** What such an injection point has for its type. */
  @SuppressWarnings("unchecked") // an Optional of the class, as it is put together here
  static <E extends Engine> TypeLiteral<Optional<E>> type(Class<E> engine) {
    return (TypeLiteral<Optional<E>>)
        TypeLiteral.get(Types.newParameterizedType(Optional.class, engine));
  }

  @Override
  public Optional<E> get() {
    try {
      return Optional.of(engine.get());
    } catch (ProvisionException e) {
      if (Absence.isSaidBy(e.getCause())) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
