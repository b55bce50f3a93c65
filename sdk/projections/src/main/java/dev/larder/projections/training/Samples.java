package dev.larder.projections.training;

import dev.larder.api.TextRole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Examples with the model's vectors of their texts, each text once.
 *
 * @param anchors a row an anchor
 * @param documents a row a positive or negative
 * @param all the examples
 */
@SuppressWarnings("ArrayRecordComponent")
record Samples(float[][] anchors, float[][] documents, List<Sample> all) {

  /** Gives texts their vectors. */
  interface Embedder {
    float[][] embed(List<String> texts, TextRole role) throws InterruptedException;
  }

  static Samples of(List<Example> examples, Embedder embedder) throws InterruptedException {
    Map<String, Integer> anchors = new LinkedHashMap<>();
    Map<String, Integer> documents = new LinkedHashMap<>();
    List<Sample> all =
        examples.stream()
            .map(
                example ->
                    new Sample(
                        number(anchors, example.anchor()),
                        number(documents, example.positive()),
                        example.negative().stream()
                            .mapToInt(negative -> number(documents, negative))
                            .findFirst()))
            .toList();
    return new Samples(
        embedder.embed(List.copyOf(anchors.keySet()), TextRole.QUERY),
        embedder.embed(List.copyOf(documents.keySet()), TextRole.DOCUMENT),
        all);
  }

  private static int number(Map<String, Integer> numbers, String text) {
    return numbers.computeIfAbsent(text, key -> numbers.size());
  }

  /** The vectors of some samples: all anchors, then all positives, then all negatives. */
  float[][] rows(List<Sample> samples) {
    List<float[]> rows = new ArrayList<>();
    samples.forEach(sample -> rows.add(anchors[sample.anchor()]));
    samples.forEach(sample -> rows.add(documents[sample.positive()]));
    samples.stream()
        .map(Sample::negative)
        .flatMap(negative -> negative.stream().boxed())
        .forEach(negative -> rows.add(documents[negative]));
    return rows.toArray(float[][]::new);
  }
}
