package dev.larder.processor;

import dev.larder.api.UnknownModelException;
import dev.larder.api.WrongTaskException;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.Task;
import dev.larder.core.manifest.ModelUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Holds declarations against the names that are known, and reports those that cannot stand. */
final class DeclarationCheck {

  /** By name: none of them needs to be on the class path. */
  private static final Set<String> WRAPPERS =
      Set.of(
          "jakarta.inject.Provider",
          "javax.inject.Provider",
          "com.google.inject.Provider",
          "java.util.Optional",
          "java.util.function.Supplier");

  private final Catalog catalog;
  private final Diagnostics diagnostics;
  private final LengthCheck lengths;

  DeclarationCheck(Catalog catalog, Diagnostics diagnostics) {
    this.catalog = catalog;
    this.diagnostics = diagnostics;
    this.lengths = new LengthCheck(diagnostics);
  }

  /** What declarations add to the manifest. */
  List<ModelUse> uses(List<Declaration> declarations, List<LoneLength> loneLengths) {
    List<ModelUse> uses = new ArrayList<>();
    for (Declaration declaration : declarations) {
      model(declaration)
          .ifPresent(
              model -> {
                lengths.check(declaration, model);
                uses.add(
                    new ModelUse(
                        declaration.selector(),
                        model.task(),
                        length(declaration, model, loneLengths),
                        declaration.topLevelType()));
              });
    }
    loneLengths.forEach(lengths::check);
    return uses;
  }

  /** What the build and the injector hold the lock against; 0 where the class says nothing. */
  private static int length(
      Declaration declaration, CatalogModel model, List<LoneLength> loneLengths) {
    return Stream.concat(
            declaration.length().stream(),
            loneLengths.stream()
                .filter(lone -> model.task() == Task.EMBEDDING)
                .filter(lone -> lone.topLevelType().equals(declaration.topLevelType()))
                .map(LoneLength::length))
        .map(Length::dimensions)
        .filter(dimensions -> dimensions > 0)
        .findFirst()
        .orElse(0);
  }

  private Optional<CatalogModel> model(Declaration declaration) {
    try {
      CatalogModel model = catalog.select(declaration.selector()).model();
      declaration
          .injectedType()
          .ifPresent(type -> requireEngine(declaration.selector(), model.task(), type));
      return Optional.of(model);
    } catch (UnknownModelException | WrongTaskException e) {
      diagnostics.error(declaration.place(), e);
      return Optional.empty();
    }
  }

  private static void requireEngine(String selector, Task task, TypeMirror type) {
    TypeMirror engine = unwrapped(type);
    if (engine.getKind() == TypeKind.ERROR) {
      return; // javac says that there is no such type.
    }
    String right = task.engineType().getSimpleName();
    Optional<Task> asked = Task.ofEngineType(nameOf(engine));
    if (asked.isEmpty()) {
      throw new WrongTaskException(
          selector,
          task.word(),
          type.toString(),
          right + ", or a Provider, Supplier or Optional of it");
    }
    if (asked.get() != task) {
      throw new WrongTaskException(
          selector, task.word(), asked.get().engineType().getSimpleName(), right);
    }
  }

  private static TypeMirror unwrapped(TypeMirror type) {
    return type instanceof DeclaredType declared
            && declared.getTypeArguments().size() == 1
            && WRAPPERS.contains(nameOf(type))
        ? declared.getTypeArguments().get(0)
        : type;
  }

  private static String nameOf(TypeMirror type) {
    return type instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
        ? element.getQualifiedName().toString()
        : "";
  }
}
