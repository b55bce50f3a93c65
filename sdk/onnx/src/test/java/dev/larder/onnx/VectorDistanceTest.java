package dev.larder.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class VectorDistanceTest {

  private static final List<float[]> TEXTS = List.of(new float[] {1, 0}, new float[] {0, 1});

  @Test
  void equalVectorsAreNotApart() {
    assertThat(VectorDistance.between(TEXTS, TEXTS)).isZero();
  }

  @Test
  void vectorsThatAreExchangedAreTwiceAsFarAsTheyAreFromTheirMean() {
    assertThat(VectorDistance.between(List.of(TEXTS.get(1), TEXTS.get(0)), TEXTS))
        .isCloseTo(2, within(1e-9));
  }

  @Test
  void whatAllTextsHaveInCommonDoesNotHideADifference() {
    List<float[]> far = List.of(new float[] {1001, 1000}, new float[] {1000, 1001});
    List<float[]> moved = List.of(new float[] {1001.5f, 1000}, new float[] {1000, 1001.5f});

    assertThat(VectorDistance.between(moved, far)).isCloseTo(Math.sqrt(0.5), within(1e-6));
  }

  @Test
  void aVectorThatIsNoNumberIsNotNear() {
    List<float[]> broken = List.of(new float[] {Float.NaN, 0}, new float[] {0, 1});

    assertThat(VectorDistance.between(broken, TEXTS) <= 1).isFalse();
  }
}
