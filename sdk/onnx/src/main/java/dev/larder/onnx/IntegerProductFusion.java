package dev.larder.onnx;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A product of 8-bit integers, its conversion to floats, its scale and its bias become ONNX
 * Runtime's {@code MatMulIntegerToFloat}. Its optimiser does that itself, but not where several
 * matrices have the same scale, which it multiplies only once for all of them.
 */
final class IntegerProductFusion implements Fusion {

  /** The number of 32-bit floats among ONNX's types. */
  private static final long FLOAT = 1;

  @Override
  public void apply(Graph graph) {
    for (GraphNode scaled : graph.nodes("Mul")) {
      Optional<GraphNode> product =
          graph
              .sole(scaled.input(0), "Cast")
              .filter(cast -> cast.integer("to", 0) == FLOAT)
              .flatMap(cast -> graph.sole(cast.input(0), "MatMulInteger"))
              .filter(integers -> integers.inputs().size() == 4);
      Optional<GraphNode> scale = graph.producer(scaled.input(1)).filter(node -> node.is("Mul"));
      if (product.isPresent() && scale.isPresent() && isScale(graph, scale.get())) {
        graph.replace(scaled, together(product.get(), scale.get(), scaled.output()));
      }
    }
    graph.nodes("Add").forEach(sum -> addBias(graph, sum));
  }

  /** Of the input, which is one number, and of the matrix, which is constant. */
  private static boolean isScale(Graph graph, GraphNode scale) {
    return graph.constant(scale.input(1)).isPresent()
        && graph
            .producer(scale.input(0))
            .filter(node -> node.is("DynamicQuantizeLinear"))
            .filter(node -> node.outputs().indexOf(scale.input(0)) == 1)
            .isPresent();
  }

  private static GraphNode together(GraphNode product, GraphNode scale, String output) {
    return GraphNode.ofRuntime(
        "MatMulIntegerToFloat",
        List.of(
            product.input(0),
            product.input(1),
            scale.input(0),
            scale.input(1),
            product.input(2),
            product.input(3)),
        output);
  }

  private static void addBias(Graph graph, GraphNode sum) {
    graph
        .sole(sum.input(0), "MatMulIntegerToFloat")
        .filter(product -> product.inputs().size() == 6 && isRow(graph, sum.input(1)))
        .ifPresent(product -> graph.replace(sum, withBias(product, sum)));
  }

  private static boolean isRow(Graph graph, String value) {
    return graph.constant(value).filter(constant -> constant.shape().size() == 1).isPresent();
  }

  private static GraphNode withBias(GraphNode product, GraphNode sum) {
    List<String> inputs =
        Stream.concat(product.inputs().stream(), Stream.of(sum.input(1))).toList();
    return GraphNode.ofRuntime("MatMulIntegerToFloat", inputs, sum.output());
  }
}
