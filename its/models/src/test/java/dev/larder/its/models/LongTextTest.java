package dev.larder.its.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.EmbeddingRequest;
import dev.larder.api.Overlong;
import dev.larder.api.OverlongTextException;
import dev.larder.api.TextRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Texts of words that are one token each, so that what a model reads of them can be said. */
@WithRealModels
class LongTextTest {

  private static final TextRole ROLE = TextRole.DOCUMENT;

  /** Sums of many numbers of 32 bits. */
  private static final double ROUNDING = 1e-5;

  private final RealModels models;

  LongTextTest(RealModels models) {
    this.models = models;
  }

  @ParameterizedTest
  @EnumSource
  void aVectorHas384DimensionsAndTheLength1(RealModel model) {
    for (Embedding embedding : models.engine(model).embedAll(EnglishTexts.read().all(), ROLE)) {
      assertThat(embedding.dimensions()).isEqualTo(384);
      assertThat(new Vector(embedding.vector()).length()).isCloseTo(1, within(ROUNDING));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTextThatIsCutHasTheVectorOfItsBeginning(RealModel model) {
    EmbeddingEngine engine = models.engine(model);
    List<String> words = words(engine, room(engine) + 100);

    Embedding cut = embed(engine, Overlong.TRUNCATE, words);
    Embedding beginning = embed(engine, Overlong.FAIL, words.subList(0, room(engine)));

    assertThat(cut.tokens()).isEqualTo(engine.maxTokens()).isEqualTo(beginning.tokens());
    assertThat(cut.truncatedTokens()).isEqualTo(100);
    assertThat(distance(cut, beginning)).isLessThanOrEqualTo(model.tolerance());
  }

  @ParameterizedTest
  @EnumSource
  void aTextInWindowsHasTheirMeanWeightedByTheirLengths(RealModel model) {
    EmbeddingEngine engine = models.engine(model);
    int room = room(engine);
    int step = room - room / 8;
    List<String> words = words(engine, 2 * step + room / 2);

    Embedding whole = embed(engine, Overlong.CHUNK, words);

    double[] sum = new double[engine.dimensions()];
    for (int from = 0; from <= 2 * step; from += step) {
      List<String> window = words.subList(from, Math.min(from + room, words.size()));
      float[] vector = embed(engine, Overlong.FAIL, window).vector();
      for (int i = 0; i < sum.length; i++) {
        sum[i] += (double) vector[i] * window.size();
      }
    }
    assertThat(whole.truncatedTokens()).isZero();
    assertThat(new Vector(whole.vector()).length()).isCloseTo(1, within(ROUNDING));
    assertThat(new Vector(whole.vector()).farthest(Vector.unit(sum))).isLessThan(ROUNDING);
    assertThat(distance(whole, embed(engine, Overlong.TRUNCATE, words))).isGreaterThan(1e-3);
  }

  @ParameterizedTest
  @EnumSource
  void aTextThatMayNotBeCutIsRefused(RealModel model) {
    EmbeddingEngine engine = models.engine(model);
    String fits = String.join(" ", words(engine, room(engine)));
    EmbeddingRequest request =
        EmbeddingRequest.of(List.of(fits, fits + " and"), ROLE).withOverlong(Overlong.FAIL);

    assertThatExceptionOfType(OverlongTextException.class)
        .isThrownBy(() -> engine.embed(request))
        .satisfies(
            refusal -> {
              assertThat(refusal.index()).isEqualTo(1);
              assertThat(refusal.tokens()).isEqualTo(engine.maxTokens() + 1);
              assertThat(refusal.maxTokens()).isEqualTo(engine.maxTokens());
            });
  }

  /** How many tokens of a text fit beside the special ones and the prefix. */
  private static int room(EmbeddingEngine engine) {
    return engine.maxTokens() - engine.countTokens("", ROLE);
  }

  private static List<String> words(EmbeddingEngine engine, int count) {
    int frame = engine.countTokens("", ROLE);
    List<String> single =
        EnglishTexts.read().words().stream()
            .filter(word -> engine.countTokens(word, ROLE) == frame + 1)
            .toList();
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(single.get(i % single.size()));
    }
    return words;
  }

  private static Embedding embed(EmbeddingEngine engine, Overlong overlong, List<String> words) {
    return engine
        .embed(EmbeddingRequest.of(List.of(String.join(" ", words)), ROLE).withOverlong(overlong))
        .get(0);
  }

  private static double distance(Embedding one, Embedding other) {
    return new Vector(one.vector()).farthest(new Vector(other.vector()));
  }
}
