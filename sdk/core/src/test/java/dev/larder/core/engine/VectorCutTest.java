package dev.larder.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.larder.api.DimensionMismatchException;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.TextRole;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.Task;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorCutTest {

  private static VectorCut cut(String name, int dimensions) {
    return VectorCut.of(
        Catalog.builtIn().select(EmbeddingEngine.class, name), dimensions, "VectorCutTest");
  }

  /** Far from the origin, so that it matters whether the mean is taken out. */
  private static float[] unit(int dimensions) {
    Random random = new Random(5);
    float[] vector = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      vector[i] = random.nextFloat();
    }
    VectorLength.UNIT.apply(vector);
    return vector;
  }

  private static double[] scaledToOne(double[] vector) {
    double square = 0;
    for (double component : vector) {
      square += component * component;
    }
    double[] unit = new double[vector.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = vector[i] / Math.sqrt(square);
    }
    return unit;
  }

  private static void assertClose(float[] actual, double[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) actual[i]).isCloseTo(expected[i], within(1e-6));
    }
  }

  @Test
  void theFirstComponentsAreBroughtToLengthOne() {
    float[] vector = unit(1024);
    double[] first = new double[128];
    for (int i = 0; i < first.length; i++) {
      first[i] = vector[i];
    }

    assertClose(cut("qwen3-embed-0.6b", 128).of(vector), scaledToOne(first));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nomic-embed", "nomic-embed:onnx-fp32"})
  void nomicsVectorsAreLayerNormalisedBeforeThat(String name) {
    float[] vector = unit(768);
    double mean = 0;
    for (float component : vector) {
      mean += component / 768.0;
    }
    double variance = 0;
    for (float component : vector) {
      variance += (component - mean) * (component - mean) / 768;
    }
    double[] first = new double[256];
    for (int i = 0; i < first.length; i++) {
      first[i] = (vector[i] - mean) / Math.sqrt(variance + 1e-5);
    }

    assertClose(cut(name, 256).of(vector), scaledToOne(first));
  }

  @Test
  void theVectorThatWasCutStaysAsItWas() {
    float[] vector = unit(768);
    cut("nomic-embed", 64).of(vector);

    assertThat(vector).isEqualTo(unit(768));
  }

  @Test
  void onlyTheLengthsOfTheModelAreGiven() {
    assertThatThrownBy(() -> cut("nomic-embed", 100))
        .isInstanceOf(DimensionMismatchException.class)
        .hasMessageContaining("gives 768, 512, 256, 128 or 64 dimensions, not 100")
        .hasMessageContaining("VectorCutTest");
    assertThatThrownBy(() -> cut("minilm", 128)).isInstanceOf(DimensionMismatchException.class);
  }

  @Test
  void theViewIsTheEngineButForItsVectors() {
    RecordingEngines engines = new RecordingEngines();
    EmbeddingEngine engine =
        (EmbeddingEngine) engines.open(InstalledModels.of("sample", Task.EMBEDDING, "onnx"));
    EmbeddingEngine view = cut("nomic-embed", 64).of(engine);

    assertThat(view.dimensions()).isEqualTo(64);
    assertThat(view.maxTokens()).isEqualTo(77);
    assertThat(view.model()).isEqualTo(engine.model());
    assertThat(view.countTokens("four", TextRole.QUERY)).isEqualTo(4);
    assertThat(view.embedAll(List.of("a", "four"), TextRole.DOCUMENT))
        .allSatisfy(embedding -> assertThat(embedding.dimensions()).isEqualTo(64))
        .extracting("tokens")
        .containsExactly(1, 4);
    view.close();
    assertThat(engines.events()).contains("close sample:onnx");
  }

  @Test
  void theFullLengthIsTheEngineItself() {
    EmbeddingEngine engine =
        (EmbeddingEngine)
            new RecordingEngines().open(InstalledModels.of("sample", Task.EMBEDDING, "onnx"));

    assertThat(cut("nomic-embed", 768).of(engine)).isSameAs(engine);
  }
}
