package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingRequest;
import dev.larder.api.Overlong;
import dev.larder.api.OverlongTextException;
import dev.larder.api.TextRole;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FakeEmbeddingEngineTest {

  private final FakeEmbeddingEngine engine = new FakeModels().embedding("minilm");

  private Embedding embed(String text) {
    return engine.embed(text, TextRole.DOCUMENT);
  }

  @Test
  void hasTheLimitsOfItsModel() {
    assertThat(engine.dimensions()).isEqualTo(384);
    assertThat(engine.maxTokens()).isPositive();
    assertThat(engine.model().name()).isEqualTo("minilm");
    assertThat(engine.model().licence()).isEqualTo("Apache-2.0");
  }

  @Test
  void theSameWordsHaveTheSameVectorOfLengthOneEverywhere() {
    Embedding one = embed("The quick, brown fox");
    Embedding same =
        new FakeModels().embedding("minilm").embed("the quick brown fox!", TextRole.QUERY);

    assertThat(one).isEqualTo(same);
    assertThat(one.cosine(same)).isCloseTo(1, within(1e-6));
    assertThat(norm(one)).isCloseTo(1, within(1e-5));
  }

  @Test
  void textsThatShareMoreWordsAreCloser() {
    Embedding text = embed("bread dough has to rise");

    assertThat(text.cosine(embed("how long does bread dough rise")))
        .isGreaterThan(text.cosine(embed("bread and butter")));
    assertThat(text.cosine(embed("bread and butter")))
        .isGreaterThan(text.cosine(embed("train to the mountains")));
    assertThat(text.cosine(embed("train through mountains"))).isCloseTo(0, within(0.2));
  }

  @Test
  void anEmptyTextHasAVector() {
    assertThat(embed("").tokens()).isZero();
    assertThat(norm(embed(""))).isCloseTo(1, within(1e-5));
    assertThat(embed(" ?! ")).isEqualTo(embed(""));
  }

  @Test
  void aLongTextIsCutAtItsEnd() {
    int most = engine.maxTokens();
    String longest = String.join(" ", Collections.nCopies(most, "word"));

    Embedding cut = embed(longest + " and more");

    assertThat(cut.tokens()).isEqualTo(most);
    assertThat(cut.truncatedTokens()).isEqualTo(2);
    assertThat(cut.vector()).isEqualTo(embed(longest).vector());
    assertThat(engine.countTokens(longest + " and more", TextRole.QUERY)).isEqualTo(most + 2);
  }

  @Test
  void aLongTextIsRefusedWhereTheRequestSaysSo() {
    String longest = String.join(" ", Collections.nCopies(engine.maxTokens(), "word"));
    EmbeddingRequest request =
        EmbeddingRequest.of(List.of(longest, longest + " more"), TextRole.DOCUMENT)
            .withOverlong(Overlong.FAIL);

    assertThatExceptionOfType(OverlongTextException.class)
        .isThrownBy(() -> engine.embed(request))
        .returns(1, OverlongTextException::index);
    assertThat(engine.calls()).isEmpty();
  }

  @Test
  void aLongTextIsReadToItsEndWhereTheRequestSaysSo() {
    String longText = String.join(" ", Collections.nCopies(engine.maxTokens(), "word")) + " end";
    EmbeddingRequest request = EmbeddingRequest.of(List.of(longText), TextRole.DOCUMENT);

    Embedding read = engine.embed(request.withOverlong(Overlong.CHUNK)).get(0);

    assertThat(read.tokens()).isEqualTo(engine.maxTokens() + 1);
    assertThat(read.truncatedTokens()).isZero();
    assertThat(read.vector()).isNotEqualTo(engine.embed(request).get(0).vector());
  }

  @Test
  void aTaskIsRefusedByModelsThatAreNotToldAny() {
    EmbeddingRequest request =
        EmbeddingRequest.of(List.of("one"), TextRole.QUERY).withTask("Find a pair");

    assertThatIllegalArgumentException().isThrownBy(() -> engine.embed(request));
    assertThat(new FakeModels().embedding("qwen3-embed-0.6b").embed(request)).hasSize(1);
  }

  @Test
  void remembersWhatItWasAsked() {
    engine.embedAll(List.of("one", "two"), TextRole.DOCUMENT);
    engine.embed("three", TextRole.QUERY);

    assertThat(engine.calls())
        .containsExactly(
            EmbeddingRequest.of(List.of("one", "two"), TextRole.DOCUMENT),
            EmbeddingRequest.of(List.of("three"), TextRole.QUERY));
  }

  @Test
  void refusesNullBeforeAnythingElse() {
    assertThatNullPointerException()
        .isThrownBy(() -> engine.embedAll(Collections.singletonList(null), TextRole.QUERY));
    assertThat(engine.calls()).isEmpty();
  }

  private static double norm(Embedding embedding) {
    double square = 0;
    for (float component : embedding.vector()) {
      square += (double) component * component;
    }
    return Math.sqrt(square);
  }
}
