package dev.larder.onnx;

/** Makes one operation of several wherever they stand in a known pattern. */
interface Fusion {

  /** Leaves the graph as it is where it does not know the pattern. */
  void apply(Graph graph);
}
