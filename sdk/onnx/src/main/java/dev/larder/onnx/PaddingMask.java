package dev.larder.onnx;

import java.util.List;
import java.util.Set;

/** How a network is told what is padding. */
final class PaddingMask {

  /** 1 for a token, 0 for padding, as 32-bit integers: texts x tokens. */
  static final String MASK = "larder/mask";

  /** Whether there is none of it. */
  static final String NO_PADDING = "larder/no padding";

  private static final String LEAST = "larder/least";

  private static final String INPUT = ModelInput.ATTENTION_MASK.tensorName();

  // The numbers of ONNX's types.
  private static final long INT32 = 6;
  private static final long BOOLEAN = 9;

  /** What brings the input into another form. None of them knows of an order of tokens. */
  private static final Set<String> FORMS =
      Set.of("Unsqueeze", "Cast", "Sub", "Mul", "Where", "Expand", "Equal", "Not", "Identity");

  private PaddingMask() {}

  /** The operations that give the values above. */
  static List<GraphNode> operations() {
    return List.of(
        GraphNode.of("Cast", List.of(INPUT), MASK).with(GraphAttribute.of("to", INT32)),
        GraphNode.of("ReduceMin", List.of(MASK), LEAST).with(GraphAttribute.of("keepdims", 0L)),
        GraphNode.of("Cast", List.of(LEAST), NO_PADDING).with(GraphAttribute.of("to", BOOLEAN)));
  }

  /**
   * Whether a value is made of the mask, of shapes and of single numbers, so that nothing but
   * padding can be in it.
   */
  static boolean isIn(Graph graph, String value) {
    return graph.isInput(INPUT)
        && graph
            .producer(value)
            .filter(node -> FORMS.contains(node.operator()))
            .filter(node -> node.inputs().stream().allMatch(input -> isPart(graph, input)))
            .filter(node -> node.inputs().stream().anyMatch(input -> isMask(graph, input)))
            .isPresent();
  }

  private static boolean isMask(Graph graph, String value) {
    return value.equals(INPUT) || isIn(graph, value);
  }

  private static boolean isPart(Graph graph, String value) {
    return isMask(graph, value)
        || SizeValues.isOne(graph, value)
        || SizeValues.isSmall(graph, value);
  }
}
