package dev.larder.onnx;

import java.util.List;
import java.util.Optional;

/**
 * A value that is split into heads.
 *
 * @param whole before that: texts x tokens x numbers
 * @param count how many heads there are
 */
record AttentionHeads(String whole, long count) {

  /** Texts, heads, tokens, and a head's numbers: of queries and values, and back. */
  static final List<Long> BY_HEADS = List.of(0L, 2L, 1L, 3L);

  /** The same of keys, turned for the product with the queries. */
  static final List<Long> TURNED = List.of(0L, 2L, 3L, 1L);

  /**
   * What a value was before it was split, if it was.
   *
   * @param order of the dimensions behind that
   */
  static Optional<AttentionHeads> of(Graph graph, String value, List<Long> order) {
    return graph
        .producer(value)
        .filter(transpose -> transpose.is("Transpose") && isPermutation(transpose, order))
        .flatMap(transpose -> graph.producer(transpose.input(0)))
        .filter(split -> split.is("Reshape"))
        .flatMap(split -> ofSplit(graph, split));
  }

  private static Optional<AttentionHeads> ofSplit(Graph graph, GraphNode split) {
    List<Long> shape = shape(graph, split);
    if (!isSplit(shape)) {
      return Optional.empty();
    }
    String whole = split.input(0);
    long count = shape.get(2) > 0 ? shape.get(2) : width(graph, whole) / shape.get(3);
    return Optional.of(new AttentionHeads(whole, count));
  }

  /** How many numbers a token has, by the matrix that they come from, or by what is added to it. */
  private static long width(Graph graph, String whole) {
    return graph.producer(whole).stream()
        .flatMap(node -> node.inputs().stream())
        .flatMap(input -> graph.constant(input).stream())
        .map(GraphConstant::shape)
        .filter(shape -> !shape.isEmpty())
        .mapToLong(shape -> shape.get(shape.size() - 1))
        .max()
        .orElse(0);
  }

  /** Whether heads become texts, tokens and numbers again. */
  static boolean isJoin(Graph graph, GraphNode reshape) {
    List<Long> shape = shape(graph, reshape);
    return shape.size() == 3 && shape.get(0) == 0 && shape.get(1) <= 0;
  }

  static boolean isPermutation(GraphNode transpose, List<Long> order) {
    return transpose.attribute("perm").filter(perm -> perm.integers().equals(order)).isPresent();
  }

  private static boolean isSplit(List<Long> shape) {
    return shape.size() == 4
        && shape.get(0) == 0
        && shape.get(1) <= 0
        && shape.get(2) != 0
        && shape.get(3) > 0;
  }

  /** Into what is reshaped, where 0 keeps a size; empty where it is not known. */
  private static List<Long> shape(Graph graph, GraphNode reshape) {
    if (reshape.integer("allowzero", 0) != 0) {
      return List.of();
    }
    String shape = reshape.input(1);
    return graph
        .producer(shape)
        .filter(node -> node.is("Concat"))
        .map(parts -> parts.inputs().stream().flatMap(part -> sizes(graph, part).stream()).toList())
        .orElseGet(() -> sizes(graph, shape));
  }

  /** A size that is calculated is taken for the one that is there, which has to be tried. */
  private static List<Long> sizes(Graph graph, String part) {
    return SizeValues.isOne(graph, part)
        ? List.of(0L)
        : graph.constant(part).map(GraphConstant::integers).orElse(List.of());
  }
}
