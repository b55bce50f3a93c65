package dev.larder.its.benchmarks.embedding;

import java.util.List;

/** A library that makes vectors of texts. */
interface Embedder {

  float[] embed(String text);

  List<float[]> embedAll(List<String> texts);
}
