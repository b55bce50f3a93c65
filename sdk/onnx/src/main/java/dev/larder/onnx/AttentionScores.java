package dev.larder.onnx;

import java.util.List;
import java.util.Optional;

/**
 * How well queries and keys agree: their products, before padding is masked.
 *
 * @param scale by which the products are multiplied; where it is left out, ONNX Runtime divides by
 *     the root of the length of a head's numbers
 */
record AttentionScores(AttentionHeads query, AttentionHeads key, Optional<GraphAttribute> scale) {

  /** What is masked, if it is this. */
  static Optional<AttentionScores> of(Graph graph, GraphNode masked) {
    return PaddingMask.isIn(graph, masked.input(1))
        ? graph
            .sole(masked.input(0), "MatMul")
            .or(() -> graph.sole(masked.input(0), "FusedMatMul").filter(AttentionScores::isPlain))
            .flatMap(products -> ofProducts(graph, products))
        : Optional.empty();
  }

  /** Apart from its scale, and from turning the keys. */
  private static boolean isPlain(GraphNode product) {
    return product.integer("transA", 0) == 0
        && product.integer("transBatchA", 0) == 0
        && product.integer("transBatchB", 0) == 0;
  }

  private static Optional<AttentionScores> ofProducts(Graph graph, GraphNode products) {
    Optional<String> query = unscaled(graph, products.input(0));
    Optional<String> key = unscaled(graph, products.input(1));
    if (query.isPresent() && key.isPresent()) {
      return of(graph, query.get(), key.get(), AttentionHeads.TURNED, Optional.empty());
    }
    float scale = products.attribute("alpha").map(GraphAttribute::number).orElse(1f);
    return of(
        graph,
        products.input(0),
        products.input(1),
        products.integer("transB", 0) == 0 ? AttentionHeads.TURNED : AttentionHeads.BY_HEADS,
        Optional.of(GraphAttribute.of("scale", scale)));
  }

  /**
   * What is multiplied by something that is calculated of sizes: PyTorch's {@code
   * scaled_dot_product_attention} scales queries and keys so, each by the root of the scale.
   */
  private static Optional<String> unscaled(Graph graph, String value) {
    return graph
        .sole(value, "Mul")
        .filter(product -> SizeValues.isOne(graph, product.input(1)))
        .map(product -> product.input(0));
  }

  private static Optional<AttentionScores> of(
      Graph graph, String query, String key, List<Long> keyOrder, Optional<GraphAttribute> scale) {
    return AttentionHeads.of(graph, query, AttentionHeads.BY_HEADS)
        .flatMap(
            queries ->
                AttentionHeads.of(graph, key, keyOrder)
                    .filter(keys -> keys.count() == queries.count())
                    .map(keys -> new AttentionScores(queries, keys, scale)));
  }
}
