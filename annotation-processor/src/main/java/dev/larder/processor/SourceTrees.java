package dev.larder.processor;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.larder.api.NotProcessedException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** What only javac's own trees have: bodies of methods, and some places for errors. */
final class SourceTrees {

  /** None where the compiler is another one, or hidden behind a build tool's own environment. */
  private final Optional<Trees> trees;

  private final IdentityHashMap<Object, TreePath> remembered = new IdentityHashMap<>();

  SourceTrees(ProcessingEnvironment environment) {
    this.trees = trees(environment);
  }

  /**
   * What is declared in bodies of methods and initialisers and says something of models, which no
   * element encloses. Has javac attribute the type where there is such a thing.
   */
  List<Element> inBodies(TypeElement topLevelType, Diagnostics diagnostics) {
    TreePath type = trees.map(found -> found.getPath(topLevelType)).orElse(null);
    if (type == null) {
      return List.of();
    }
    List<Element> elements = new ArrayList<>();
    for (Tree declaration : BodyScanner.declarations(type.getLeaf())) {
      Element element = trees.get().getElement(TreePath.getPath(type, declaration));
      if (element == null) {
        diagnostics.error(
            topLevelType,
            new NotProcessedException(
                topLevelType.getQualifiedName().toString(),
                "javac, which does not say what is declared in a method's body",
                "declare the model outside of the body, for instance on the class"));
      } else {
        elements.add(element);
      }
    }
    return elements;
  }

  /** Keeps the places of an annotation, for errors of later rounds. */
  void remember(Element element, AnnotationMirror mirror) {
    trees.ifPresent(
        found -> {
          remember(mirror, found.getPath(element, mirror));
          mirror
              .getElementValues()
              .values()
              .forEach(value -> remember(value, found.getPath(element, mirror, value)));
        });
  }

  private void remember(Object part, TreePath path) {
    if (path != null) {
      remembered.put(part, path);
    }
  }

  /** Whether it could be reported there; other compilers have no such trees. */
  boolean error(String message, Place place) {
    TreePath known = remembered.get(place.value() == null ? place.mirror() : place.value());
    if (known != null) {
      return trees.filter(found -> error(found, message, known.getLeaf(), known)).isPresent();
    }
    Occurrence occurrence = place.occurrence();
    return occurrence != null
        && trees.filter(found -> error(found, message, place.element(), occurrence)).isPresent();
  }

  private static boolean error(
      Trees trees, String message, Element element, Occurrence occurrence) {
    TreePath path = trees.getPath(element);
    if (path == null) {
      return false;
    }
    List<? extends AnnotationTree> written =
        annotations(path.getLeaf()).stream().filter(occurrence::isOfType).toList();
    return written.size() > occurrence.index()
        && error(trees, message, occurrence.in(written.get(occurrence.index())), path);
  }

  private static boolean error(Trees trees, String message, Tree place, TreePath path) {
    trees.printMessage(Diagnostic.Kind.ERROR, message, place, path.getCompilationUnit());
    return true;
  }

  private static Optional<Trees> trees(ProcessingEnvironment environment) {
    try {
      return Optional.of(Trees.instance(environment));
    } catch (IllegalArgumentException | LinkageError e) {
      return Optional.empty();
    }
  }

  private static List<? extends AnnotationTree> annotations(Tree declaration) {
    if (declaration instanceof ClassTree type) {
      return type.getModifiers().getAnnotations();
    }
    return declaration instanceof PackageTree info ? info.getAnnotations() : List.of();
  }
}
