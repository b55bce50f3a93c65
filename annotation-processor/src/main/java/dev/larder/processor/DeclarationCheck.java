package dev.larder.processor;

import dev.larder.api.UnknownModelException;
import dev.larder.api.WrongTaskException;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.Task;
import dev.larder.core.manifest.ModelUse;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Holds declarations against the catalog. */
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

  DeclarationCheck(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * What the declaration adds to the manifest.
   *
   * @throws UnknownModelException if it names no model
   * @throws WrongTaskException if the model is not for the type that it is injected as
   */
  ModelUse use(Declaration declaration) {
    Task task = catalog.select(declaration.selector()).model().task();
    declaration.injectedType().ifPresent(type -> requireEngine(declaration.selector(), task, type));
    return new ModelUse(declaration.selector(), task, declaration.topLevelType());
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
