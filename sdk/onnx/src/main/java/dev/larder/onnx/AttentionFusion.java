package dev.larder.onnx;

import java.util.List;
import java.util.Optional;

/**
 * What makes attention of queries, keys and values becomes ONNX Runtime's {@code
 * MultiHeadAttention}: splitting into heads, two products with a mask and a softmax between them,
 * and joining the heads again.
 *
 * <p>Without a mask that operation is faster, and its memory does not grow with the square of the
 * length. So the graph looks at the mask: only where there is padding, the mask is used.
 */
final class AttentionFusion implements Fusion {

  private static final String OPERATOR = "MultiHeadAttention";

  /** Texts, heads, tokens, and a head's numbers: of queries and values, and back. */
  private static final List<Long> BY_HEADS = List.of(0L, 2L, 1L, 3L);

  /** The same of keys, turned for the product with the queries. */
  private static final List<Long> TURNED = List.of(0L, 2L, 3L, 1L);

  /** Axes of four: this is the last one as well. */
  private static final long LAST = 3;

  @Override
  public void apply(Graph graph) {
    for (GraphNode join : graph.nodes("Reshape")) {
      Attention.of(graph, join).ifPresent(attention -> attention.replace(graph, join));
    }
  }

  /**
   * What was found.
   *
   * @param scale by which the products of queries and keys are multiplied
   */
  private record Attention(Heads query, Heads key, Heads value, float scale) {

    static Optional<Attention> of(Graph graph, GraphNode join) {
      Optional<GraphNode> mixed =
          graph
              .sole(join.input(0), "Transpose")
              .filter(turned -> isJoin(graph, join) && isPermutation(turned, BY_HEADS))
              .flatMap(turned -> graph.sole(turned.input(0), "MatMul"));
      Optional<GraphNode> scores =
          mixed
              .flatMap(mix -> graph.sole(mix.input(0), "Softmax"))
              .filter(softmax -> isLast(softmax.integer("axis", -1)))
              .flatMap(softmax -> graph.sole(softmax.input(0), "Add"))
              .flatMap(masked -> unmasked(graph, masked));
      if (scores.isEmpty()) {
        return Optional.empty();
      }
      GraphNode products = scores.get();
      Optional<Heads> query = Heads.of(graph, products.input(0), BY_HEADS);
      Optional<Heads> key =
          Heads.of(
              graph, products.input(1), products.integer("transB", 0) == 0 ? TURNED : BY_HEADS);
      Optional<Heads> value = mixed.flatMap(mix -> Heads.of(graph, mix.input(1), BY_HEADS));
      float scale = products.attribute("alpha").map(GraphAttribute::number).orElse(1f);
      return query.isPresent() && query.map(Heads::count).equals(key.map(Heads::count))
          ? value
              .filter(heads -> heads.count() == query.get().count())
              .map(heads -> new Attention(query.get(), key.orElseThrow(), heads, scale))
          : Optional.empty();
    }

    /** The scores before padding is masked, if that is what is added to them. */
    private static Optional<GraphNode> unmasked(Graph graph, GraphNode masked) {
      return PaddingMask.isIn(graph, masked.input(1))
          ? graph
              .sole(masked.input(0), "MatMul")
              .or(() -> graph.sole(masked.input(0), "FusedMatMul").filter(Attention::isPlain))
          : Optional.empty();
    }

    /** Apart from its scale, and from turning the keys. */
    private static boolean isPlain(GraphNode product) {
      return product.integer("transA", 0) == 0
          && product.integer("transBatchA", 0) == 0
          && product.integer("transBatchB", 0) == 0;
    }

    private static boolean isLast(long axis) {
      return axis == -1 || axis == LAST;
    }

    /** To texts, tokens and numbers. */
    private static boolean isJoin(Graph graph, GraphNode reshape) {
      List<Long> shape = Heads.shape(graph, reshape);
      return shape.size() == 3 && shape.get(0) == 0 && shape.get(1) <= 0;
    }

    void replace(Graph graph, GraphNode join) {
      graph.addFirst(PaddingMask.operations());
      graph.replace(
          join,
          GraphNode.of("If", List.of(PaddingMask.NO_PADDING), join.output())
              .with(GraphAttribute.of("then_branch", fused("", join.output() + "/whole")))
              .with(
                  GraphAttribute.of(
                      "else_branch", fused(PaddingMask.MASK, join.output() + "/padded"))));
    }

    private GraphNode fused(String mask, String output) {
      String noBias = "";
      return GraphNode.ofRuntime(
              OPERATOR, List.of(query.whole(), key.whole(), value.whole(), noBias, mask), output)
          .with(GraphAttribute.of("num_heads", query.count()))
          .with(GraphAttribute.of("scale", scale));
    }
  }

  /**
   * A value that is split into heads.
   *
   * @param whole before that: texts x tokens x numbers
   */
  private record Heads(String whole, long count) {

    static Optional<Heads> of(Graph graph, String value, List<Long> order) {
      return graph
          .sole(value, "Transpose")
          .filter(transpose -> isPermutation(transpose, order))
          .flatMap(transpose -> graph.sole(transpose.input(0), "Reshape"))
          .filter(split -> isSplit(shape(graph, split)))
          .map(split -> new Heads(split.input(0), shape(graph, split).get(2)));
    }

    private static boolean isSplit(List<Long> shape) {
      return shape.size() == 4 && shape.get(0) == 0 && shape.get(1) <= 0 && shape.get(2) > 0;
    }

    /** Into what is reshaped, where 0 keeps a size; empty where it is not constant. */
    static List<Long> shape(Graph graph, GraphNode reshape) {
      return reshape.integer("allowzero", 0) == 0
          ? graph.constant(reshape.input(1)).map(GraphConstant::integers).orElse(List.of())
          : List.of();
    }
  }

  private static boolean isPermutation(GraphNode transpose, List<Long> order) {
    return transpose.attribute("perm").filter(perm -> perm.integers().equals(order)).isPresent();
  }
}
