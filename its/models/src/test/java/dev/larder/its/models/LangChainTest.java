package dev.larder.its.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.api.TextRole;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Larder's vectors against those that langchain4j makes with the same files. */
@WithRealModels
class LangChainTest {

  /** A figure of chance: how much farther from floats one way to round may seem than another. */
  private static final double AS_NEAR = 1.05;

  /**
   * How far apart two ways to round 8 bits may be, relative to how far texts are from each other.
   * It comes to 0.05 to 0.08, each of them is about 0.1 away from floats, and to leave the model's
   * prefix out is worse than this.
   */
  private static final double ROUNDING = 0.2;

  private final RealModels models;
  private final List<String> texts = EnglishTexts.read().all();

  LangChainTest(RealModels models) {
    this.models = models;
  }

  @Test
  void inFloatsBothGiveTheSameVectors() {
    List<Vector> larder = inLarder(RealModel.MINILM_IN_FLOATS);
    List<Vector> peer = inLangChain(RealModel.MINILM_IN_FLOATS);

    for (int i = 0; i < texts.size(); i++) {
      assertThat(larder.get(i).cosine(peer.get(i))).as(texts.get(i)).isGreaterThan(0.9999);
    }
  }

  /** Neither is right where they differ: what counts is the distance to the network in floats. */
  @Test
  void roundedTo8BitsLarderIsAsNearToFloatsAsLangChain() {
    List<Vector> floats = inLangChain(RealModel.MINILM_IN_FLOATS);

    assertThat(meanDistance(inLarder(RealModel.MINILM), floats))
        .isLessThan(AS_NEAR * meanDistance(inLangChain(RealModel.MINILM), floats));
  }

  /** For those without a file in floats: as near as two ways to round are. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MINILM_IN_FLOATS")
  void roundedTo8BitsBothDifferByNoMoreThanRoundingDoes(RealModel model) {
    List<Vector> larder = inLarder(model);
    List<Vector> peer = inLangChain(model);

    double cosines = 0;
    for (int i = 0; i < texts.size(); i++) {
      cosines += larder.get(i).cosine(peer.get(i));
      assertThat(nearest(larder.get(i), peer)).as(texts.get(i)).isEqualTo(i);
    }
    assertThat(cosines / texts.size()).isGreaterThan(0.99);
    assertThat(meanDistance(larder, peer)).isLessThan(ROUNDING * meanDistanceOfTexts(peer));
  }

  private List<Vector> inLarder(RealModel model) {
    return Vector.of(models.engine(model).embedAll(texts, TextRole.DOCUMENT));
  }

  private List<Vector> inLangChain(RealModel model) {
    String prefix = model.inCatalog().model().documentPrefix();
    return models.inLangChain(model).embedAll(texts.stream().map(prefix::concat).toList());
  }

  private static double meanDistance(List<Vector> vectors, List<Vector> others) {
    return IntStream.range(0, vectors.size())
        .mapToDouble(i -> vectors.get(i).distance(others.get(i)))
        .average()
        .orElseThrow();
  }

  private static double meanDistanceOfTexts(List<Vector> vectors) {
    return vectors.stream()
        .flatMapToDouble(vector -> vectors.stream().mapToDouble(vector::distance))
        .average()
        .orElseThrow();
  }

  private static int nearest(Vector vector, List<Vector> others) {
    int nearest = 0;
    for (int i = 1; i < others.size(); i++) {
      if (vector.distance(others.get(i)) < vector.distance(others.get(nearest))) {
        nearest = i;
      }
    }
    return nearest;
  }
}
