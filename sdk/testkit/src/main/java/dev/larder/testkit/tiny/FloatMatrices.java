package dev.larder.testkit.tiny;

import dev.larder.testkit.onnx.OnnxGraph;

/** 32-bit floats. */
final class FloatMatrices implements Matrices {

  @Override
  public String rows(OnnxGraph graph, String name, Constant table, String ids) {
    return graph.node("Gather", name, add(graph, table), ids);
  }

  @Override
  public String product(OnnxGraph graph, String name, String input, Constant matrix) {
    return graph.node("MatMul", name, input, add(graph, matrix));
  }

  private static String add(OnnxGraph graph, Constant constant) {
    return graph.floats(constant.name(), constant.shape(), constant.values());
  }
}
