package dev.larder.testkit.tiny;

import dev.larder.testkit.onnx.OnnxGraph;
import java.util.List;

/** How a graph keeps its large constants, and calculates with them. */
interface Matrices {

  /**
   * Adds a table and the operation that takes rows of it.
   *
   * @param name of the operation
   * @param ids the value that says which rows
   */
  String rows(OnnxGraph graph, String name, Constant table, String ids);

  /**
   * Adds a matrix and the product of a value with it.
   *
   * @param name of the operation
   */
  String product(OnnxGraph graph, String name, String input, Constant matrix);

  /**
   * A constant of a graph.
   *
   * @param shape its sizes, the outermost first
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared; megabytes that are not copied.
  record Constant(String name, List<Integer> shape, float[] values) {}
}
