package dev.larder.processor;

import dev.larder.api.Dimensions;
import dev.larder.api.UsesModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
  static final String UNRESOLVED = "<error>";

  private Declarations() {}

  /** A top-level type, and everything inside it but the bodies of methods. */
  static Stream<Element> elements(TypeElement type) {
    return Stream.concat(
        Stream.concat(
            Stream.of(type), type.getEnclosedElements().stream().flatMap(Declarations::members)),
        ElementFilter.typesIn(type.getEnclosedElements()).stream().flatMap(Declarations::elements));
  }

  private static Stream<Element> members(Element member) {
    if (member instanceof TypeElement) {
      return Stream.empty();
    }
    return member instanceof ExecutableElement method
        ? Stream.concat(Stream.of(method), method.getParameters().stream())
        : Stream.of(member);
  }

  /** The uses of models by what is in a top-level type. */
  static List<Declaration> uses(List<Element> elements, String topLevelType) {
    return onceARecord(
        elements.stream().flatMap(element -> use(element, topLevelType)),
        use -> use.place().element(),
        use -> List.of(use.injectedType().map(TypeMirror::toString), use.selector()));
  }

  /** The lengths in a top-level type that stand beside no use. */
  static List<LoneLength> loneLengths(List<Element> elements, String topLevelType) {
    return onceARecord(
        elements.stream()
            .filter(element -> mirror(element, UsesModel.class).isEmpty())
            .flatMap(element -> length(element).stream())
            .map(length -> new LoneLength(length, topLevelType)),
        lone -> lone.length().place().element(),
        lone -> List.of(lone.length().dimensions()));
  }

  /**
   * A record's component hands its annotation on to a field, a parameter and an accessor. The field
   * comes first, and is the one whose place in the source javac always knows.
   */
  private static <T> List<T> onceARecord(
      Stream<T> found, Function<T, Element> element, Function<T, List<Object>> content) {
    Map<List<Object>, T> first = new LinkedHashMap<>();
    found.forEach(
        item -> {
          Element at = element.apply(item);
          Optional<TypeElement> record = enclosingRecord(at);
          Object key =
              record.isPresent()
                  ? List.of(record.get(), at.getSimpleName().toString(), content.apply(item))
                  : at;
          first.putIfAbsent(List.of(key), item);
        });
    return List.copyOf(first.values());
  }

  private static Optional<TypeElement> enclosingRecord(Element element) {
    for (Element at = element; at != null; at = at.getEnclosingElement()) {
      if (at instanceof TypeElement type) {
        return Optional.of(type).filter(found -> found.getKind() == ElementKind.RECORD);
      }
    }
    return Optional.empty();
  }

  private static Stream<Declaration> use(Element element, String topLevelType) {
    return mirror(element, UsesModel.class).stream()
        .flatMap(
            mirror ->
                mirror.getElementValues().values().stream()
                    .filter(value -> value.getValue() instanceof String)
                    // As text, which quotes what somebody wrote.
                    .filter(value -> !value.toString().equals(UNRESOLVED))
                    .map(
                        value ->
                            new Declaration(
                                (String) value.getValue(),
                                topLevelType,
                                new Place(element, mirror, value),
                                length(element))));
  }

  private static Optional<Length> length(Element element) {
    return mirror(element, Dimensions.class)
        .flatMap(
            mirror ->
                mirror.getElementValues().values().stream()
                    .filter(value -> value.getValue() instanceof Integer)
                    .map(
                        value ->
                            new Length(
                                (Integer) value.getValue(), new Place(element, mirror, value)))
                    .findFirst());
  }

  private static Optional<AnnotationMirror> mirror(Element element, Class<?> annotation) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (mirror.getAnnotationType().asElement() instanceof TypeElement type
          && type.getQualifiedName().contentEquals(annotation.getName())) {
        return Optional.of(mirror);
      }
    }
    return Optional.empty();
  }
}
