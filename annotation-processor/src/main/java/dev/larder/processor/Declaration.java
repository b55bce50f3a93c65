package dev.larder.processor;

import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * One {@code @UsesModel} in the code.
 *
 * @param selector what it says
 * @param topLevelType the qualified name of the type whose class file shows that it still exists
 * @param element what is annotated
 * @param mirror the annotation
 * @param value its literal, or the constant that stands there
 */
record Declaration(
    String selector,
    String topLevelType,
    Element element,
    AnnotationMirror mirror,
    AnnotationValue value) {

  /** The type that the engine is injected as; none where a type only declares a model. */
  Optional<TypeMirror> injectedType() {
    if (element instanceof TypeElement) {
      return Optional.empty();
    }
    return Optional.of(
        element instanceof ExecutableElement method ? method.getReturnType() : element.asType());
  }
}
