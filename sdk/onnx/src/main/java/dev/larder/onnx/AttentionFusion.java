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

  /** Axes of four: this is the last one as well. */
  private static final long LAST = 3;

  @Override
  public void apply(Graph graph) {
    for (GraphNode join : graph.nodes("Reshape")) {
      Attention.of(graph, join).ifPresent(attention -> attention.replace(graph, join));
    }
  }

  /** What was found. */
  private record Attention(AttentionScores scores, AttentionHeads value) {

    static Optional<Attention> of(Graph graph, GraphNode join) {
      return graph
          .sole(join.input(0), "Transpose")
          .filter(turned -> AttentionHeads.isJoin(graph, join))
          .filter(turned -> AttentionHeads.isPermutation(turned, AttentionHeads.BY_HEADS))
          .flatMap(turned -> graph.sole(turned.input(0), "MatMul"))
          .flatMap(mixed -> ofMixed(graph, mixed));
    }

    private static Optional<Attention> ofMixed(Graph graph, GraphNode mixed) {
      return graph
          .sole(mixed.input(0), "Softmax")
          .filter(softmax -> isLast(softmax.integer("axis", -1)))
          .flatMap(softmax -> graph.sole(softmax.input(0), "Add"))
          .flatMap(masked -> AttentionScores.of(graph, masked))
          .flatMap(
              scores ->
                  AttentionHeads.of(graph, mixed.input(1), AttentionHeads.BY_HEADS)
                      .filter(values -> values.count() == scores.query().count())
                      .map(values -> new Attention(scores, values)));
    }

    private static boolean isLast(long axis) {
      return axis == -1 || axis == LAST;
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
      GraphNode node =
          GraphNode.ofRuntime(
                  OPERATOR,
                  List.of(
                      scores.query().whole(), scores.key().whole(), value.whole(), noBias, mask),
                  output)
              .with(GraphAttribute.of("num_heads", value.count()));
      return scores.scale().map(node::with).orElse(node);
    }
  }
}
