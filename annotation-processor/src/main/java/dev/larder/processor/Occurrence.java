package dev.larder.processor;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;

/**
 * Which of several annotations of one type on an element is meant, and what within it. The compiler
 * takes them for values of a container that nobody wrote, and has no place for them.
 *
 * @param annotation the simple name of the type
 * @param index which of them
 * @param steps that lead from it to a value
 */
record Occurrence(String annotation, int index, List<Step> steps) {

  /** To a field, and to one annotation of several that it has. */
  record Step(String field, int index) {

    private Tree in(Tree tree) {
      if (!(tree instanceof AnnotationTree annotation)) {
        return tree;
      }
      return annotation.getArguments().stream()
          .filter(AssignmentTree.class::isInstance)
          .map(AssignmentTree.class::cast)
          .filter(argument -> argument.getVariable().toString().equals(field))
          .findFirst()
          .<Tree>map(argument -> element(argument.getExpression()))
          .orElse(tree);
    }

    private Tree element(Tree value) {
      return index >= 0 && value instanceof NewArrayTree array
          ? array.getInitializers().get(index)
          : value;
    }
  }

  Occurrence {
    steps = List.copyOf(steps);
  }

  static Occurrence of(Class<?> annotation, int index) {
    return new Occurrence(annotation.getSimpleName(), index, List.of());
  }

  /** The value of a field. */
  Occurrence field(String name) {
    return element(name, -1);
  }

  /** One of the annotations that a field has. */
  Occurrence element(String name, int position) {
    List<Step> further = new ArrayList<>(steps);
    further.add(new Step(name, position));
    return new Occurrence(annotation, index, further);
  }

  boolean isOfType(AnnotationTree tree) {
    String type = tree.getAnnotationType().toString();
    return type.equals(annotation) || type.endsWith("." + annotation);
  }

  /** Where it stands in an annotation's source. */
  Tree in(AnnotationTree tree) {
    Tree found = tree;
    for (Step step : steps) {
      found = step.in(found);
    }
    return found;
  }
}
