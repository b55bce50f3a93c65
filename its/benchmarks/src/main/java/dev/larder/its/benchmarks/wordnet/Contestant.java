package dev.larder.its.benchmarks.wordnet;

import dev.larder.api.TextRole;
import java.util.List;

/** A library with a model, which makes vectors of texts. */
interface Contestant extends AutoCloseable {

  /** What the report calls it. */
  String name();

  List<float[]> embed(List<String> texts, TextRole role);

  @Override
  void close();
}
