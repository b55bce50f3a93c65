package dev.larder.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.TextRole;
import dev.larder.core.catalog.Platform;
import dev.larder.core.catalog.Pooling;
import dev.larder.testkit.tiny.BertModel;
import dev.larder.testkit.tiny.BertShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The engine against a forward pass that is written down a second time, in plain Java. */
class AgreementTest {

  private static final List<String> TEXTS =
      List.of(
          "",
          "boat",
          "The green boat lies in the harbour.",
          "Why is bread baked twice? Nobody knows, not even the baker!",
          "xylophonists quarrelled zealously about 1234567 kumquats",
          "the long way home ".repeat(40));

  private static final BertShape PREPARED = new BertShape(2, 384, 12, 1536, 256, 12_000);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"MEAN", "CLS", "LAST"})
  void theEngineGivesTheVectorsOfTheReference(Pooling pooling) throws IOException {
    try (EmbeddingEngine engine = TestModel.tiny(folder).pooling(pooling).open()) {
      List<Embedding> embeddings = engine.embedAll(TEXTS, TextRole.DOCUMENT);

      ReferenceTokenizer tokenizer = new ReferenceTokenizer(folder.resolve(BertModel.TOKENIZER));
      ReferenceBert bert = new ReferenceBert(folder.resolve(BertModel.ONNX));
      for (int text = 0; text < TEXTS.size(); text++) {
        int[] ids = tokenizer.ids(TEXTS.get(text));
        double[] expected = unit(pooled(pooling, bert.hidden(ids)));
        assertThat(embeddings.get(text).tokens()).isEqualTo(ids.length);
        double worst = 0;
        for (int i = 0; i < expected.length; i++) {
          worst = Math.max(worst, Math.abs(expected[i] - embeddings.get(text).vector()[i]));
        }
        assertThat(worst).as(TEXTS.get(text)).isCloseTo(0, within(1e-5));
      }
    }
  }

  @Test
  void halfPrecisionComesClose() throws IOException {
    TestModel.tiny(folder);
    ReferenceBert bert = new ReferenceBert(folder.resolve(BertModel.ONNX));
    TestModel half =
        TestModel.of(folder, HalfPrecision.of(folder.resolve(BertModel.ONNX))).quantisation("fp16");

    assertAgrees(half, bert::hidden, 1e-4);
  }

  static List<BertShape> shapes() {
    return List.of(BertShape.tiny(), PREPARED);
  }

  /**
   * The first is run as it is; the second is large enough to be prepared, and is fused, and then
   * short texts are rounded token by token. In floats the same weights would be off by up to 0.004.
   */
  @ParameterizedTest
  @MethodSource("shapes")
  void aQuantisedNetworkRoundsAsTheReferenceDoes(BertShape shape) throws IOException {
    assumeThat(Platform.ofMachine())
        .as("without VNNI an x86 processor cuts sums of products that are too large")
        .isNotIn(Platform.X86_64, Platform.X86_64_AVX2);
    BertModel.of(shape).writeQuantisedTo(folder);
    ReferenceBert bert = new ReferenceBert(folder.resolve(BertModel.ONNX), shape);
    ReferenceBert byTokens = bert.rounding(ReferenceBert.Rounding.BY_TOKEN);
    boolean prepared = shape.equals(PREPARED);
    TestModel model = TestModel.in(folder).quantisation("int8").dimensions(shape.dimensions());

    assertAgrees(
        model,
        ids ->
            prepared && ids.length <= SessionsByLength.SHORT
                ? byTokens.hidden(ids)
                : bert.hidden(ids),
        1e-5);
  }

  private void assertAgrees(
      TestModel model, Function<int[], double[][]> reference, double tolerance) throws IOException {
    ReferenceTokenizer tokenizer = new ReferenceTokenizer(folder.resolve(BertModel.TOKENIZER));
    try (EmbeddingEngine engine = model.open()) {
      for (String text : TEXTS) {
        double[] expected = unit(pooled(Pooling.MEAN, reference.apply(tokenizer.ids(text))));
        float[] actual = engine.embed(text, TextRole.DOCUMENT).vector();
        assertThat(cosine(expected, actual)).as(text).isCloseTo(1, within(tolerance));
      }
    }
  }

  private static double cosine(double[] expected, float[] actual) {
    double cosine = 0;
    for (int i = 0; i < expected.length; i++) {
      cosine += expected[i] * actual[i];
    }
    return cosine;
  }

  private static double[] pooled(Pooling pooling, double[][] hidden) {
    if (pooling != Pooling.MEAN) {
      return hidden[pooling == Pooling.CLS ? 0 : hidden.length - 1];
    }
    double[] mean = new double[hidden[0].length];
    for (double[] token : hidden) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += token[i] / hidden.length;
      }
    }
    return mean;
  }

  private static double[] unit(double[] vector) {
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
}
