package dev.larder.processor;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/** Reports errors on places that only javac's own trees have. */
final class SourceTrees {

  private final ProcessingEnvironment environment;

  SourceTrees(ProcessingEnvironment environment) {
    this.environment = environment;
  }

  /** Whether it could be reported there; other compilers have no such trees. */
  boolean error(String message, Element element, Occurrence occurrence) {
    Trees trees;
    try {
      trees = Trees.instance(environment);
    } catch (IllegalArgumentException | LinkageError e) {
      return false;
    }
    TreePath path = trees.getPath(element);
    if (path == null) {
      return false;
    }
    List<? extends AnnotationTree> written =
        annotations(path.getLeaf()).stream().filter(occurrence::isOfType).toList();
    if (written.size() <= occurrence.index()) {
      return false;
    }
    Tree place = occurrence.in(written.get(occurrence.index()));
    trees.printMessage(Diagnostic.Kind.ERROR, message, place, path.getCompilationUnit());
    return true;
  }

  private static List<? extends AnnotationTree> annotations(Tree declaration) {
    if (declaration instanceof ClassTree type) {
      return type.getModifiers().getAnnotations();
    }
    return declaration instanceof PackageTree info ? info.getAnnotations() : List.of();
  }
}
