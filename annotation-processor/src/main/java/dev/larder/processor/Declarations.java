package dev.larder.processor;

import dev.larder.api.UsesModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Finds the declarations in code. */
final class Declarations {

  /** What javac gives for a constant that it cannot resolve, and reports itself. */
  private static final String UNRESOLVED = "<error>";

  private Declarations() {}

  /** Those of a top-level type and of everything inside it but the bodies of methods. */
  static Stream<Declaration> in(TypeElement topLevelType) {
    return in(topLevelType, topLevelType.getQualifiedName().toString());
  }

  private static Stream<Declaration> in(TypeElement type, String topLevelType) {
    Stream<Declaration> own =
        Stream.concat(
                Stream.of(type), type.getEnclosedElements().stream().flatMap(Declarations::members))
            .flatMap(element -> on(element, topLevelType));
    return Stream.concat(
        type.getKind() == ElementKind.RECORD ? withoutRepetitions(own) : own,
        ElementFilter.typesIn(type.getEnclosedElements()).stream()
            .flatMap(nested -> in(nested, topLevelType)));
  }

  private static Stream<Element> members(Element member) {
    if (member instanceof TypeElement) {
      return Stream.empty();
    }
    return member instanceof ExecutableElement method
        ? Stream.concat(Stream.of(method), method.getParameters().stream())
        : Stream.of(member);
  }

  /**
   * A record's component hands its annotation on to a field, a parameter and an accessor. The field
   * comes first, and is the one whose place in the source javac always knows.
   */
  private static Stream<Declaration> withoutRepetitions(Stream<Declaration> declarations) {
    Map<List<Object>, Declaration> first = new LinkedHashMap<>();
    declarations.forEach(
        declaration ->
            first.putIfAbsent(
                List.of(
                    declaration.element().getSimpleName().toString(),
                    declaration.injectedType().map(TypeMirror::toString),
                    declaration.selector()),
                declaration));
    return first.values().stream();
  }

  private static Stream<Declaration> on(Element element, String topLevelType) {
    return element.getAnnotationMirrors().stream()
        .filter(Declarations::isUsesModel)
        .flatMap(
            mirror ->
                mirror.getElementValues().values().stream()
                    .filter(value -> value.getValue() instanceof String)
                    .map(
                        value ->
                            new Declaration(
                                (String) value.getValue(), topLevelType, element, mirror, value)))
        .filter(declaration -> !declaration.selector().equals(UNRESOLVED));
  }

  private static boolean isUsesModel(AnnotationMirror mirror) {
    return mirror.getAnnotationType().asElement() instanceof TypeElement type
        && type.getQualifiedName().contentEquals(UsesModel.class.getName());
  }
}
