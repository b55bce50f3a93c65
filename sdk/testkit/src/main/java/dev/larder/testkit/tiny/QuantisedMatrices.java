package dev.larder.testkit.tiny;

import dev.larder.testkit.onnx.OnnxAttribute;
import dev.larder.testkit.onnx.OnnxGraph;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * 8-bit integers with one scale a constant, and inputs quantised when the graph runs: the same
 * operations as ONNX Runtime's {@code quantize_dynamic} makes of products and look-ups.
 */
final class QuantisedMatrices implements Matrices {

  private static final int LARGEST = 127;

  /** The number of float among ONNX's types. */
  private static final long FLOAT = 1;

  /** Several products share one input, which is quantised once. */
  private final Set<String> quantisedInputs = new HashSet<>();

  @Override
  public String rows(OnnxGraph graph, String name, Constant table, String ids) {
    add(graph, table);
    graph.node("Gather", name + " quantized", table.name(), ids);
    return graph.node(
        "DequantizeLinear", name, name + " quantized", scale(table), zeroPoint(table));
  }

  @Override
  public String product(OnnxGraph graph, String name, String input, Constant matrix) {
    add(graph, matrix);
    String quantised = input + " quantized";
    if (quantisedInputs.add(input)) {
      graph.nodeOfSeveral(
          "DynamicQuantizeLinear",
          new String[] {quantised, input + " scale", input + " zero point"},
          input);
    }
    graph.node(
        "MatMulInteger",
        name + " integer",
        quantised,
        matrix.name(),
        input + " zero point",
        zeroPoint(matrix));
    graph.node(OnnxAttribute.of("to", FLOAT), "Cast", name + " cast", name + " integer");
    graph.node("Mul", name + " scales", input + " scale", scale(matrix));
    return graph.node("Mul", name, name + " cast", name + " scales");
  }

  private static void add(OnnxGraph graph, Constant constant) {
    float highest = 0;
    for (float value : constant.values()) {
      highest = Math.max(highest, Math.abs(value));
    }
    float scale = highest == 0 ? 1 : highest / LARGEST;
    byte[] rounded = new byte[constant.values().length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (byte) Math.round(constant.values()[i] / scale);
    }
    graph.bytes(constant.name(), constant.shape(), rounded);
    graph.number(scale(constant), scale);
    graph.bytes(zeroPoint(constant), List.of(), new byte[1]);
  }

  private static String scale(Constant constant) {
    return constant.name() + " scale";
  }

  private static String zeroPoint(Constant constant) {
    return constant.name() + " zero point";
  }
}
