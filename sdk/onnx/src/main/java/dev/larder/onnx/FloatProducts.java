package dev.larder.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The opposite of quantisation: products of 8-bit integers become products of the same weights in
 * floats, of inputs that are not rounded. What such a network gives is what the quantised one comes
 * near to.
 */
final class FloatProducts implements Fusion {

  /** The number of 32-bit floats among ONNX's types. */
  private static final long FLOAT = 1;

  /**
   * One product of integers, wherever ONNX or ONNX Runtime puts its parts.
   *
   * @param input what is rounded before it is multiplied
   * @param scale of the matrix
   * @param zeroPoint of the matrix; empty where it has none
   * @param bias empty where nothing is added
   */
  private record Product(
      String input, String matrix, String scale, String zeroPoint, String bias) {}

  @Override
  public void apply(Graph graph) {
    for (GraphNode node : graph.nodes("Mul")) {
      exported(graph, node)
          .or(() -> byRows(graph, node))
          .ifPresent(product -> replace(graph, node, product));
    }
    for (GraphNode node : graph.nodes("MatMulIntegerToFloat")) {
      source(graph, node.input(0))
          .map(
              input ->
                  new Product(input, node.input(1), node.input(3), node.input(5), node.input(6)))
          .ifPresent(product -> replace(graph, node, product));
    }
    for (GraphNode node : graph.nodes("DynamicQuantizeMatMul")) {
      replace(
          graph,
          node,
          new Product(node.input(0), node.input(1), node.input(2), node.input(3), node.input(4)));
    }
  }

  /** As ONNX has it: integers, which become floats, which are multiplied by both scales. */
  private static Optional<Product> exported(Graph graph, GraphNode scaled) {
    Optional<GraphNode> integers =
        graph
            .producer(scaled.input(0))
            .filter(cast -> cast.is("Cast") && cast.integer("to", 0) == FLOAT)
            .flatMap(cast -> graph.producer(cast.input(0)))
            .filter(node -> node.is("MatMulInteger"));
    Optional<GraphNode> scales = graph.producer(scaled.input(1)).filter(node -> node.is("Mul"));
    if (integers.isEmpty() || scales.isEmpty()) {
      return Optional.empty();
    }
    GraphNode product = integers.get();
    String scale = scales.get().input(1);
    return source(graph, product.input(0))
        .filter(input -> graph.constant(scale).isPresent())
        .map(input -> new Product(input, product.input(1), scale, product.input(3), ""));
  }

  /**
   * As {@link RowQuantisation} makes it: multiplied by what the rows of the input were divided by.
   */
  private static Optional<Product> byRows(Graph graph, GraphNode scaled) {
    return graph
        .producer(scaled.input(0))
        .filter(node -> node.is("MatMulIntegerToFloat"))
        .flatMap(
            product ->
                graph
                    .producer(product.input(0))
                    .filter(levels -> levels.is("QuantizeLinear"))
                    .flatMap(levels -> graph.producer(levels.input(0)))
                    .map(
                        spread ->
                            new Product(
                                spread.input(0),
                                product.input(1),
                                product.input(3),
                                product.input(5),
                                "")));
  }

  /** What was rounded to these integers. */
  private static Optional<String> source(Graph graph, String quantised) {
    return graph
        .producer(quantised)
        .filter(node -> node.is("DynamicQuantizeLinear") && node.output().equals(quantised))
        .map(node -> node.input(0));
  }

  private static void replace(Graph graph, GraphNode node, Product product) {
    String output = node.output();
    String weights = weights(graph, product);
    if (product.bias.isEmpty()) {
      graph.replace(node, GraphNode.of("MatMul", List.of(product.input, weights), output));
    } else {
      String sum = output + "/product";
      graph.replace(
          node,
          GraphNode.of("MatMul", List.of(product.input, weights), sum),
          GraphNode.of("Add", List.of(sum, product.bias), output));
    }
  }

  /**
   * The matrix without its zero point, and scaled. Of what it needs, ONNX Runtime does last what
   * stands first: so weights become floats when they are needed, and not all of them at once.
   */
  private static String weights(Graph graph, Product product) {
    String weights = product.matrix + "/weights";
    String centred = product.matrix + "/floats";
    List<GraphNode> steps = new ArrayList<>();
    steps.add(cast(product.matrix, centred));
    if (!product.zeroPoint.isEmpty()) {
      String zeroPoint = product.matrix + "/zero point";
      steps.add(cast(product.zeroPoint, zeroPoint));
      steps.add(GraphNode.of("Sub", List.of(centred, zeroPoint), product.matrix + "/centred"));
      centred = product.matrix + "/centred";
    }
    steps.add(GraphNode.of("Mul", List.of(centred, product.scale), weights));
    graph.addFirst(steps);
    return weights;
  }

  private static GraphNode cast(String from, String to) {
    return GraphNode.of("Cast", List.of(from), to).with(GraphAttribute.of("to", FLOAT));
  }
}
