package dev.larder.its.benchmarks.llama;

import java.util.List;

/** Makes vectors of texts. */
interface Vectors extends AutoCloseable {

  /** What the report calls it. */
  String name();

  float[] of(String text);

  List<float[]> of(List<String> texts);

  @Override
  void close();
}
