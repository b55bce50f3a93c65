package dev.larder.testkit.tiny;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.testkit.gguf.GgufTensor;
import dev.larder.testkit.gguf.GgufType;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BertWeightsTest {

  private final BertShape shape = BertShape.tiny();
  private final Vocabulary vocabulary = new Vocabulary(EnglishPieces.ofCount(shape.vocabulary()));
  private final List<GgufTensor> weights = BertWeights.of(shape, vocabulary);

  @Test
  void everyRowFillsWholeBlocks() {
    assertThat(weights)
        .filteredOn(tensor -> tensor.shape().size() == 2)
        .isNotEmpty()
        .allMatch(tensor -> tensor.shape().get(1) % GgufType.BLOCK == 0);
  }

  @Test
  void aFunctionWordSaysLittleInWhatTheLastNormKeeps() {
    assertThat(kept("the")).isLessThan(0.02);
    assertThat(kept("[CLS]")).isZero();
    assertThat(kept("##ing")).isLessThan(0.02);
    assertThat(kept("whale")).isGreaterThan(0.98);
  }

  /** The share of a piece's squared length outside the dimensions that pieces share. */
  private double kept(String piece) {
    float[] words = weights.get(0).values();
    double all = 0;
    double kept = 0;
    for (int i = 0; i < shape.dimensions(); i++) {
      double value = words[vocabulary.id(piece) * shape.dimensions() + i];
      all += value * value;
      kept += i < PieceVectors.SHARED ? 0 : value * value;
    }
    return kept / all;
  }
}
