package dev.larder.onnx;

import dev.larder.api.EngineException;
import dev.larder.core.catalog.Pooling;
import dev.larder.core.engine.VectorLength;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Whether a rewritten network gives the vectors of the original, tried with texts of several
 * lengths.
 *
 * <p>A wrong rewriting gives vectors of another kind. A right one gives the same up to rounding,
 * which in a network that quantises as it runs may tip a number over to the next step: there one
 * text or another moves by up to a thousandth, most do not move.
 */
record SameVectors(Network original, Network rewritten) {

  private static final double MOST = 0.9999;
  private static final double ALL = 0.999;

  /** Fewer numbers than these say little by their direction. */
  private static final int LEAST_DIMENSIONS = 8;

  private static final List<Integer> LENGTHS = List.of(3, 5, 8, 13, 21, 34, 55);

  boolean hold() {
    try {
      double[] cosines =
          LENGTHS.stream()
              .map(SameVectors::text)
              .mapToDouble(text -> cosine(vector(original, text), vector(rewritten, text)))
              .sorted()
              .toArray();
      return cosines[0] >= ALL && cosines[cosines.length / 2] >= MOST && paddedHold();
    } catch (EngineException e) {
      return false;
    }
  }

  /** Padding has to stay as unseen as it was. */
  private boolean paddedHold() {
    List<Tokens> texts = Stream.of(5, 34).map(SameVectors::text).toList();
    float[] expected = vectors(original, texts).get(0);
    return !original.seesPadding() || cosine(expected, vectors(rewritten, texts).get(0)) >= ALL;
  }

  private static float[] vector(Network network, Tokens text) {
    return vectors(network, List.of(text)).get(0);
  }

  private static List<float[]> vectors(Network network, List<Tokens> texts) {
    Pooler mean = new Pooler(Pooling.MEAN, VectorLength.FREE);
    Pooler pooled = new Pooler(Pooling.IN_GRAPH, VectorLength.FREE);
    return network.run(
        new TokenBatch(texts),
        output ->
            texts.stream()
                .map(
                    text ->
                        (output.perText() > 1 ? mean : pooled)
                            .vector(output, texts.indexOf(text), text.length()))
                .toList());
  }

  /** Tokens that every vocabulary has. */
  private static Tokens text(int length) {
    long[] ids = LongStream.range(0, length).map(i -> (i * 37 + length) % 100).toArray();
    return new Tokens(ids, new long[length], 0);
  }

  private static double cosine(float[] a, float[] b) {
    double dot = 0;
    double squareOfA = 0;
    double squareOfB = 0;
    for (int i = 0; i < a.length; i++) {
      dot += (double) a[i] * b[i];
      squareOfA += (double) a[i] * a[i];
      squareOfB += (double) b[i] * b[i];
    }
    return a.length < LEAST_DIMENSIONS ? 0 : dot / Math.sqrt(squareOfA * squareOfB);
  }
}
