package dev.larder.guice;

import dev.larder.api.UsesModel;
import dev.larder.core.project.DeclaredEngine;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at code that declares a model, to see whether it can do without. */
final class OptionalUse {

  private OptionalUse() {}

  /** Whether all that asks for an engine asks for an {@link Optional} of it. */
  static boolean isEveryOne(DeclaredEngine engine, ClassLoader loader) {
    List<AnnotatedElement> uses =
        engine.declaredBy().stream()
            .flatMap(name -> load(name, loader))
            .flatMap(OptionalUse::elements)
            .filter(element -> uses(element, engine.model()))
            .toList();
    return !uses.isEmpty() && uses.stream().allMatch(OptionalUse::isOptional);
  }

  private static Stream<Class<?>> load(String name, ClassLoader loader) {
    try {
      return Stream.of(Class.forName(name, false, loader));
    } catch (ClassNotFoundException | LinkageError e) {
      return Stream.empty();
    }
  }

  private static Stream<AnnotatedElement> elements(Class<?> type) {
    Stream<Executable> executables =
        Stream.concat(
            Arrays.stream(type.getDeclaredConstructors()),
            Arrays.stream(type.getDeclaredMethods()));
    return Stream.of(
            Stream.of(type),
            Arrays.stream(type.getDeclaredFields()),
            executables.flatMap(
                executable ->
                    Stream.concat(
                        Stream.of(executable), Arrays.stream(executable.getParameters()))),
            Arrays.stream(type.getDeclaredClasses()).flatMap(OptionalUse::elements))
        .flatMap(elements -> elements);
  }

  private static boolean uses(AnnotatedElement element, String model) {
    UsesModel annotation = element.getAnnotation(UsesModel.class);
    return annotation != null && annotation.value().equals(model);
  }

  private static boolean isOptional(AnnotatedElement element) {
    if (element instanceof Field field) {
      return isOptional(field.getGenericType());
    }
    return element instanceof Parameter parameter && isOptional(parameter.getParameterizedType());
  }

  /** An optional engine, or a provider of one. */
  private static boolean isOptional(Type type) {
    return type instanceof ParameterizedType parameterized
        && (parameterized.getRawType() == Optional.class
            || isOptional(parameterized.getActualTypeArguments()[0]));
  }
}
