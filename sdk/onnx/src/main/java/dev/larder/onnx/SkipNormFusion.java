package dev.larder.onnx;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A sum and the layer normalisation of it, as it stands behind every attention and every
 * feed-forward part, become ONNX Runtime's {@code SkipLayerNormalization}, which is several times
 * as fast and which its own optimiser does not make of such graphs.
 */
final class SkipNormFusion implements Fusion {

  /** What ONNX says for a layer normalisation that does not say it. */
  private static final float EPSILON = 1e-5f;

  /** What they give may have fewer dimensions than what it is added to. */
  private static final Set<String> LOOK_UPS = Set.of("Gather", "Slice", "Expand", "Constant");

  @Override
  public void apply(Graph graph) {
    for (GraphNode norm : graph.nodes("LayerNormalization")) {
      if (isKnown(norm)) {
        graph
            .sole(norm.input(0), "Add")
            .filter(sum -> sum.inputs().stream().allMatch(input -> isCalculated(graph, input)))
            .ifPresent(sum -> graph.replace(norm, together(sum, norm)));
      }
    }
  }

  /** Over the last dimension, with scale and shift, of which nothing else is taken. */
  private static boolean isKnown(GraphNode norm) {
    return norm.inputs().size() == 3
        && norm.outputs().size() == 1
        && norm.integer("axis", -1) == -1;
  }

  /** Then both are of the same shape, as far as that can be seen. */
  private static boolean isCalculated(Graph graph, String value) {
    return graph.producer(value).filter(node -> !LOOK_UPS.contains(node.operator())).isPresent();
  }

  private static GraphNode together(GraphNode sum, GraphNode norm) {
    List<String> inputs =
        Stream.concat(sum.inputs().stream(), norm.inputs().stream().skip(1)).toList();
    return GraphNode.ofRuntime("SkipLayerNormalization", inputs, norm.output())
        .with(norm.attribute("epsilon").orElse(GraphAttribute.of("epsilon", EPSILON)));
  }
}
