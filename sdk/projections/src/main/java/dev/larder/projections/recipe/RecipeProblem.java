package dev.larder.projections.recipe;

import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** What is wrong with a recipe, and where. */
final class RecipeProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int line;

  RecipeProblem(int line, String problem) {
    super(problem);
    this.line = line;
  }

  static RecipeProblem at(Node node, String problem) {
    return new RecipeProblem(line(node), problem);
  }

  /** The line that a node begins in, from 1. */
  static int line(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }

  int line() {
    return line;
  }
}
