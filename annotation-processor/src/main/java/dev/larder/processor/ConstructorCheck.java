package dev.larder.processor;

import dev.larder.api.UsesModel;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/**
 * Finds constructors whose parameter has lost the model of the field that it is for. Those that
 * Lombok makes lose it, unless Lombok is told to copy the annotation; what it was told shows in the
 * constructor, and nowhere else.
 */
final class ConstructorCheck {

  private static final Set<String> INJECT =
      Set.of("jakarta.inject.Inject", "javax.inject.Inject", "com.google.inject.Inject");

  private static final Set<String> QUALIFIER =
      Set.of(
          "jakarta.inject.Qualifier",
          "javax.inject.Qualifier",
          "com.google.inject.BindingAnnotation");

  private final Diagnostics diagnostics;

  ConstructorCheck(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  void check(Declaration use) {
    Element field = use.place().element();
    if (field.getKind() == ElementKind.FIELD
        && field.getEnclosingElement() instanceof TypeElement type
        && ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
            .filter(constructor -> has(constructor, INJECT))
            .flatMap(constructor -> constructor.getParameters().stream())
            .anyMatch(parameter -> isUnqualified(parameter, field))) {
      diagnostics.warning(use.place(), text(field));
    }
  }

  private static String text(Element field) {
    return """
    The constructor's parameter "%s" has no @UsesModel, so no engine is injected there
      To fix: annotate the parameter; where Lombok makes the constructor, put into lombok.config
        lombok.copyableAnnotations += %s\
    """
        .formatted(field.getSimpleName(), UsesModel.class.getName());
  }

  private static boolean isUnqualified(VariableElement parameter, Element field) {
    return parameter.getSimpleName().equals(field.getSimpleName())
        && parameter.asType().toString().equals(field.asType().toString())
        && parameter.getAnnotationMirrors().stream()
            .map(annotation -> annotation.getAnnotationType().asElement())
            .noneMatch(annotation -> has(annotation, QUALIFIER));
  }

  private static boolean has(Element element, Set<String> annotations) {
    return element.getAnnotationMirrors().stream()
        .map(AnnotationMirror::getAnnotationType)
        .anyMatch(
            type ->
                type.asElement() instanceof TypeElement annotation
                    && annotations.contains(annotation.getQualifiedName().toString()));
  }
}
