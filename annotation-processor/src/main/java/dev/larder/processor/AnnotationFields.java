package dev.larder.processor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** The values of one annotation, with the place of each. */
final class AnnotationFields {

  private final Elements elements;
  private final Element element;
  private final AnnotationMirror mirror;
  private final @Nullable Occurrence occurrence;
  private final Map<String, AnnotationValue> given = new HashMap<>();
  private final Map<String, AnnotationValue> all = new HashMap<>();

  private AnnotationFields(
      Elements elements,
      Element element,
      AnnotationMirror mirror,
      @Nullable Occurrence occurrence) {
    this.occurrence = occurrence;
    this.elements = elements;
    this.element = element;
    this.mirror = mirror;
    mirror
        .getElementValues()
        .forEach((method, value) -> given.put(method.getSimpleName().toString(), value));
    elements
        .getElementValuesWithDefaults(mirror)
        .forEach((method, value) -> all.put(method.getSimpleName().toString(), value));
  }

  /** The annotations of a type on an element, also those within its container. */
  static Stream<AnnotationFields> on(Elements elements, Element element, Class<?> type) {
    String container = type.getCanonicalName() + ".List";
    return element.getAnnotationMirrors().stream()
        .flatMap(
            mirror -> {
              String name = nameOf(mirror.getAnnotationType());
              if (name.equals(container)) {
                return new AnnotationFields(elements, element, mirror, null).repeated(type);
              }
              return name.equals(type.getCanonicalName())
                  ? Stream.of(new AnnotationFields(elements, element, mirror, null))
                  : Stream.empty();
            });
  }

  /** Whether every value is there and of its type; javac reports what is not. */
  boolean isComplete(String... names) {
    return Stream.of(names).allMatch(all::containsKey)
        && all.values().stream()
            .noneMatch(value -> value.toString().equals(Declarations.UNRESOLVED));
  }

  String text(String name) {
    return value(name) instanceof String text ? text : "";
  }

  int number(String name) {
    return value(name) instanceof Integer number ? number : 0;
  }

  long longNumber(String name) {
    return value(name) instanceof Long number ? number : 0;
  }

  boolean flag(String name) {
    return Boolean.TRUE.equals(value(name));
  }

  /** The canonical name of a class literal. */
  String type(String name) {
    return value(name) instanceof DeclaredType type ? nameOf(type) : "";
  }

  List<Integer> numbers(String name) {
    return list(name).stream()
        .map(AnnotationValue::getValue)
        .filter(Integer.class::isInstance)
        .map(Integer.class::cast)
        .toList();
  }

  List<String> texts(String name) {
    return list(name).stream()
        .map(AnnotationValue::getValue)
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .toList();
  }

  List<AnnotationFields> annotations(String name) {
    List<AnnotationMirror> mirrors = mirrors(name);
    return IntStream.range(0, mirrors.size())
        .mapToObj(
            i -> nested(mirrors.get(i), occurrence == null ? null : occurrence.element(name, i)))
        .toList();
  }

  /** Those of a container, each of which was written by itself. */
  private Stream<AnnotationFields> repeated(Class<?> type) {
    List<AnnotationMirror> mirrors = mirrors("value");
    return IntStream.range(0, mirrors.size())
        .mapToObj(i -> nested(mirrors.get(i), Occurrence.of(type, i)));
  }

  private List<AnnotationMirror> mirrors(String name) {
    return list(name).stream()
        .map(AnnotationValue::getValue)
        .filter(AnnotationMirror.class::isInstance)
        .map(AnnotationMirror.class::cast)
        .toList();
  }

  private AnnotationFields nested(AnnotationMirror nested, @Nullable Occurrence place) {
    return new AnnotationFields(elements, element, nested, place);
  }

  /** Where a value stands; the annotation where it is not given. */
  Place place(String name) {
    AnnotationValue value = given.get(name);
    return new Place(
        element,
        mirror,
        value,
        occurrence == null || value == null ? occurrence : occurrence.field(name));
  }

  private @Nullable Object value(String name) {
    AnnotationValue value = all.get(name);
    return value == null ? null : value.getValue();
  }

  private List<AnnotationValue> list(String name) {
    return value(name) instanceof List<?> values
        ? values.stream().map(value -> (AnnotationValue) Objects.requireNonNull(value)).toList()
        : List.of();
  }

  private static String nameOf(DeclaredType type) {
    return type.asElement() instanceof TypeElement element
        ? element.getQualifiedName().toString()
        : "";
  }
}
