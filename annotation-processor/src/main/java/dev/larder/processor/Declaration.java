package dev.larder.processor;

import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * One {@code @UsesModel} in the code.
 *
 * @param selector what it says
 * @param topLevelType the qualified name of the type whose class file shows that it still exists
 * @param place where
 * @param length the {@code @Dimensions} beside it
 */
record Declaration(String selector, String topLevelType, Place place, Optional<Length> length) {

  /** The type that the engine is injected as; none where a type only declares a model. */
  Optional<TypeMirror> injectedType() {
    if (place.element() instanceof TypeElement) {
      return Optional.empty();
    }
    return Optional.of(
        place.element() instanceof ExecutableElement method
            ? method.getReturnType()
            : place.element().asType());
  }
}
