package dev.larder.onnx;

import java.util.Set;

/** What a network calculates of sizes alone, such as how many texts and tokens there are. */
final class SizeValues {

  private static final Set<String> OPERATORS =
      Set.of("Gather", "Slice", "Concat", "Unsqueeze", "Cast", "Equal", "Where", "Sqrt", "Div");

  private SizeValues() {}

  /** Whether a value is made of sizes and of constants that are single numbers or rows of them. */
  static boolean isOne(Graph graph, String value) {
    return graph
        .producer(value)
        .filter(node -> node.is("Shape") || isOfSizes(graph, node))
        .isPresent();
  }

  private static boolean isOfSizes(Graph graph, GraphNode node) {
    return OPERATORS.contains(node.operator())
        && node.inputs().stream().allMatch(input -> isOne(graph, input) || isSmall(graph, input));
  }

  /** Whether a value is a constant of at most one dimension. */
  static boolean isSmall(Graph graph, String value) {
    return graph.constant(value).filter(constant -> constant.shape().size() <= 1).isPresent();
  }
}
