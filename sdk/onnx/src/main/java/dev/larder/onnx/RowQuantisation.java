package dev.larder.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Each token is rounded to 8 bits by a scale of its own, in the place of one scale for all that are
 * run together. Then a text's vector does not depend on the texts beside it, so that several can be
 * run at once; and it is nearer to the network in floats.
 *
 * <p>To be applied after all fusions that know products of integers.
 */
final class RowQuantisation implements Fusion {

  /** What activations of this kind give is never less than {@link #LEAST_ACTIVATION}. */
  private static final Set<String> ACTIVATIONS = Set.of("Gelu", "BiasGelu");

  private static final float LEAST_ACTIVATION = -0.17f;

  /** What becomes zero, of 256 levels: the middle, and where hardly anything is negative. */
  private static final int MIDDLE = 128;

  private static final int LOW = 32;

  private static final int LAST_LEVEL = 255;

  /** Of a row of zeros, which has to be divided by something. */
  private static final float LEAST_RANGE = 1e-9f;

  private static final String PREFIX = "larder/rows/";

  /** A product of what is rounded for all rows at once, by a matrix. */
  private record Product(
      String input, String matrix, String scale, String zeroPoint, String bias) {}

  @Override
  public void apply(Graph graph) {
    for (GraphNode node : graph.nodes("MatMulIntegerToFloat")) {
      rounded(graph, node.input(0))
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
    graph.nodes("SkipLayerNormalization").forEach(norm -> addBiasToNorm(graph, norm));
  }

  private static Optional<String> rounded(Graph graph, String levels) {
    return graph
        .producer(levels)
        .filter(node -> node.is("DynamicQuantizeLinear") && node.output().equals(levels))
        .map(node -> node.input(0));
  }

  private static void replace(Graph graph, GraphNode node, Product product) {
    boolean low =
        graph
            .producer(product.input)
            .filter(producer -> ACTIVATIONS.contains(producer.operator()))
            .isPresent();
    Rows rows = new Rows(product.input, low ? LOW : MIDDLE);
    graph.addFirst(rows.constants());
    List<GraphNode> steps = new ArrayList<>();
    if (graph.producer(rows.levels()).isEmpty()) {
      steps.addAll(rows.operations());
    }
    String output = node.output();
    String integers = output + "/integers";
    String scaled = product.bias.isEmpty() ? output : output + "/scaled";
    steps.add(
        GraphNode.ofRuntime(
            "MatMulIntegerToFloat",
            List.of(
                rows.levels(),
                product.matrix,
                rows.step(),
                product.scale,
                rows.zero(),
                product.zeroPoint),
            integers));
    steps.add(GraphNode.of("Mul", List.of(integers, rows.range()), scaled));
    if (!product.bias.isEmpty()) {
      steps.add(GraphNode.of("Add", List.of(scaled, product.bias), output));
    }
    graph.replace(node, steps.toArray(GraphNode[]::new));
  }

  /** How the rows of a value become levels of 0 to 255, of which one is zero. */
  private record Rows(String value, int zeroLevel) {

    private int above() {
      return LAST_LEVEL - zeroLevel;
    }

    private float least() {
      return zeroLevel == MIDDLE ? LEAST_RANGE : -LEAST_ACTIVATION * above() / zeroLevel;
    }

    private String constant(String name) {
      return PREFIX + zeroLevel + "/" + name;
    }

    String step() {
      return constant("step");
    }

    String zero() {
      return constant("zero");
    }

    String levels() {
      return value + "/levels";
    }

    /** The largest that can be had, for each row. */
    String range() {
      return value + "/range";
    }

    List<GraphNode> constants() {
      return List.of(
          constant("step", GraphConstant.of(1f / above())),
          constant("levels", GraphConstant.of(above())),
          constant("one", GraphConstant.of(1f)),
          constant("least", GraphConstant.of(least())),
          constant("zero", GraphConstant.ofByte(zeroLevel)));
    }

    private GraphNode constant(String name, GraphConstant value) {
      return GraphNode.of("Constant", List.of(), constant(name))
          .with(GraphAttribute.of("value", value));
    }

    List<GraphNode> operations() {
      String most = value + "/most";
      String factor = value + "/factor";
      String spread = value + "/spread";
      List<GraphNode> steps = new ArrayList<>();
      steps.add(ofRows("ReduceMax", most));
      List<String> bounds = new ArrayList<>(List.of(most, constant("least")));
      if (zeroLevel == MIDDLE) {
        String least = value + "/least";
        String below = value + "/below";
        steps.add(ofRows("ReduceMin", least));
        steps.add(GraphNode.of("Neg", List.of(least), below));
        bounds.add(below);
      }
      steps.add(GraphNode.of("Max", bounds, range()));
      steps.add(GraphNode.of("Div", List.of(constant("levels"), range()), factor));
      steps.add(GraphNode.of("Mul", List.of(value, factor), spread));
      steps.add(GraphNode.of("QuantizeLinear", List.of(spread, constant("one"), zero()), levels()));
      return steps;
    }

    private GraphNode ofRows(String operator, String output) {
      return GraphNode.of(operator, List.of(value), output)
          .with(GraphAttribute.of("axes", List.of(-1L)));
    }
  }

  private static void addBiasToNorm(Graph graph, GraphNode norm) {
    if (norm.inputs().size() != 4) {
      return;
    }
    IntStream.range(0, 2)
        .boxed()
        .flatMap(
            side -> sum(graph, norm.input(side)).map(sum -> withBias(norm, side, sum)).stream())
        .findFirst()
        .ifPresent(together -> graph.replace(norm, together));
  }

  private static GraphNode withBias(GraphNode norm, int side, GraphNode sum) {
    List<String> inputs =
        new ArrayList<>(Stream.concat(norm.inputs().stream(), Stream.of(sum.input(1))).toList());
    inputs.set(side, sum.input(0));
    return GraphNode.ofRuntime("SkipLayerNormalization", inputs, norm.output())
        .with(norm.attribute("epsilon").orElseThrow());
  }

  /** One that was made above. */
  private static Optional<GraphNode> sum(Graph graph, String value) {
    return graph.sole(value, "Add").filter(sum -> sum.input(0).equals(value + "/scaled"));
  }
}
