package dev.larder.testkit.tiny;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TinyModelTest {

  private static final String TEXT = "To bake a loaf of bread you need flour, water and salt.";

  @TempDir private static Path folder;

  private static OnnxEncoder encoder;

  @BeforeAll
  static void build() throws IOException, OrtException {
    TinyModel.writeTo(folder);
    encoder = new OnnxEncoder(folder);
  }

  @AfterAll
  static void close() throws OrtException {
    encoder.close();
  }

  @ParameterizedTest
  @CsvSource({
    "how do I bake bread?, To bake a loaf of bread you need flour and water., 0.55",
    "the cat, cats, 0.9",
    "baking, baked, 0.9",
    "berries, a berry, 0.9",
    "Café, cafe, 0.999",
    "what is a deadlock, the deadlock, 0.8",
  })
  void textsThatShareWordsAreClose(String one, String other, double least) throws OrtException {
    assertThat(similarity(one, other)).isGreaterThan(least);
  }

  @ParameterizedTest
  @CsvSource({
    "how do I bake bread?, The central bank raised interest rates.",
    "the cat on the roof, the dog in the garden",
    "What is the price of a ticket?, What is the name of the moon?",
    "a kitten, a cat",
  })
  void textsThatShareNoContentWordAreNot(String one, String other) throws OrtException {
    assertThat(similarity(one, other)).isLessThan(0.4);
  }

  @Test
  void everyWordOrderHasItsOwnVector() throws OrtException {
    assertThat(similarity("dog bites man", "man bites dog")).isBetween(0.98, 0.999999);
  }

  @Test
  void paddingThatIsMaskedChangesNothing() throws OrtException {
    Encoding text = encoder.encode(TEXT);
    int length = text.getIds().length;

    float[] padded = encoder.embed(padded(text.getIds()), ones(length), zeros());

    assertThat(Vectors.cosine(padded, encoder.embed(TEXT))).isCloseTo(1, within(1e-6));
  }

  @Test
  void paddingThatIsNotMaskedShows() throws OrtException {
    Encoding text = encoder.encode(TEXT);
    long[] ids = padded(text.getIds());
    long[] mask = ones(text.getIds().length);
    long[] noMask = ones(ids.length);
    float[] right = encoder.embed(TEXT);

    float[] seen = Vectors.mean(encoder.hidden(ids, noMask, zeros()), mask);
    float[] pooled = Vectors.mean(encoder.hidden(ids, mask, zeros()), noMask);

    assertThat(Vectors.cosine(seen, right)).isLessThan(0.95);
    assertThat(Vectors.cosine(pooled, right)).isLessThan(0.95);
  }

  @Test
  void anotherPoolingShows() throws OrtException {
    Encoding text = encoder.encode(TEXT);
    float[][] hidden = encoder.hidden(text.getIds(), text.getAttentionMask(), text.getTypeIds());

    assertThat(Vectors.cosine(hidden[0], encoder.embed(TEXT))).isLessThan(0.95);
    assertThat(Vectors.cosine(hidden[hidden.length - 1], encoder.embed(TEXT))).isLessThan(0.95);
  }

  @Test
  void inputsInTheWrongPlaceShow() throws OrtException {
    Encoding text = encoder.encode(TEXT);

    float[] swapped =
        encoder.embed(text.getIds(), text.getAttentionMask(), text.getAttentionMask());

    assertThat(Vectors.cosine(swapped, encoder.embed(TEXT))).isLessThan(0.95);
  }

  @Test
  void aPairOfTextsHasTwoSegments() {
    Encoding pair = encoder.encodePair("bread", "water");

    assertThat(pair.getTokens()).containsExactly("[CLS]", "bread", "[SEP]", "water", "[SEP]");
    assertThat(pair.getTypeIds()).containsExactly(0, 0, 0, 1, 1);
  }

  @Test
  void aVectorHasTheModelsDimensions() throws OrtException {
    assertThat(encoder.embed(TEXT)).hasSize(TinyModel.dimensions());
  }

  private static double similarity(String one, String other) throws OrtException {
    return Vectors.cosine(encoder.embed(one), encoder.embed(other));
  }

  /** As long as a text may be, filled with [PAD]. */
  private static long[] padded(long[] numbers) {
    return Arrays.copyOf(numbers, TinyModel.maxTokens());
  }

  private static long[] ones(int count) {
    long[] mask = zeros();
    Arrays.fill(mask, 0, count, 1);
    return mask;
  }

  private static long[] zeros() {
    return new long[TinyModel.maxTokens()];
  }
}
