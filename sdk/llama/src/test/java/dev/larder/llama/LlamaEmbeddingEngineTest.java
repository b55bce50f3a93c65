package dev.larder.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.larder.api.CorruptModelException;
import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.EmbeddingRequest;
import dev.larder.api.EngineException;
import dev.larder.api.Overlong;
import dev.larder.api.OverlongTextException;
import dev.larder.api.TextRole;
import dev.larder.testkit.tiny.BertModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LlamaEmbeddingEngineTest {

  private static final String LONG_TEXT = "the long way home ".repeat(100);

  @TempDir Path folder;

  @Test
  void textsThatShareWordsAreClose() {
    try (EmbeddingEngine engine = TestModel.tiny(folder).embedding()) {
      List<Embedding> embeddings =
          engine.embedAll(
              List.of("the cat sat on the mat", "cats on mats", "interest rates rise"),
              TextRole.DOCUMENT);

      assertThat(embeddings.get(0).dimensions()).isEqualTo(engine.dimensions());
      assertThat(embeddings.get(0).cosine(embeddings.get(1))).isGreaterThan(0.8);
      assertThat(embeddings.get(0).cosine(embeddings.get(2))).isLessThan(0.5);
      assertThat(engine.embedAll(List.of(), TextRole.QUERY)).isEmpty();
    }
  }

  @Test
  void theRolesPrefixIsPutBeforeATextAndCounted() {
    try (EmbeddingEngine engine = TestModel.tiny(folder).withPrefixes().embedding();
        EmbeddingEngine plain = TestModel.tiny(folder).embedding()) {
      Embedding query = engine.embed("boat", TextRole.QUERY);
      Embedding byHand = plain.embed(TestModel.QUERY_PREFIX + "boat", TextRole.QUERY);

      assertThat(query.vector()).containsExactly(byHand.vector(), within(1e-6f));
      assertThat(query.tokens()).isEqualTo(byHand.tokens());
      assertThat(engine.countTokens("boat", TextRole.QUERY)).isEqualTo(byHand.tokens());
      assertThat(engine.countTokens("boat", TextRole.DOCUMENT))
          .isEqualTo(plain.countTokens(TestModel.DOCUMENT_PREFIX + "boat", TextRole.QUERY));
    }
  }

  @Test
  void aLongTextIsCutAtTheLimitAndTheResultSaysByHowMuch() {
    try (EmbeddingEngine engine = TestModel.tiny(folder).maxTokens(32).embedding()) {
      Embedding cut = engine.embed(LONG_TEXT, TextRole.DOCUMENT);

      assertThat(cut.tokens()).isEqualTo(32);
      assertThat(cut.truncatedTokens())
          .isEqualTo(engine.countTokens(LONG_TEXT, TextRole.DOCUMENT) - 32);
      assertThat(cut.vector())
          .containsExactly(
              engine.embed("the long way home ".repeat(7) + "the long", TextRole.DOCUMENT).vector(),
              within(1e-6f));
    }
  }

  @Test
  void aLongTextMayFailInstead() {
    try (EmbeddingEngine engine = TestModel.tiny(folder).maxTokens(32).embedding()) {
      EmbeddingRequest request =
          EmbeddingRequest.of(List.of("short", LONG_TEXT), TextRole.DOCUMENT)
              .withOverlong(Overlong.FAIL);

      assertThatThrownBy(() -> engine.embed(request))
          .isInstanceOfSatisfying(
              OverlongTextException.class,
              e -> {
                assertThat(e.index()).isEqualTo(1);
                assertThat(e.maxTokens()).isEqualTo(32);
              });
    }
  }

  @Test
  void aLongTextMayBeReadInWindows() {
    String text = "cats sleep all day ".repeat(20) + "boats sail at night ".repeat(20);
    try (EmbeddingEngine engine = TestModel.tiny(folder).maxTokens(32).withPrefixes().embedding()) {
      EmbeddingRequest request =
          EmbeddingRequest.of(List.of("cats", text, "boats"), TextRole.DOCUMENT)
              .withOverlong(Overlong.CHUNK);

      List<Embedding> embeddings = engine.embed(request);

      Embedding whole = embeddings.get(1);
      assertThat(whole.tokens()).isEqualTo(engine.countTokens(text, TextRole.DOCUMENT));
      assertThat(whole.truncatedTokens()).isZero();
      assertThat(whole.cosine(whole)).isCloseTo(1, within(1e-6));
      Embedding beginning = engine.embed(text, TextRole.DOCUMENT);
      assertThat(whole.cosine(embeddings.get(2)))
          .isGreaterThan(beginning.cosine(embeddings.get(2)) + 0.1);
    }
  }

  @Test
  void aTextsVectorIsTheSameInAnyCompany() {
    List<String> texts = new ArrayList<>(VariedTexts.ofCount(60));
    texts.add("");
    texts.add(LONG_TEXT);
    try (EmbeddingEngine engine = TestModel.tiny(folder).embedding()) {
      List<Embedding> together = engine.embedAll(texts, TextRole.DOCUMENT);
      Collections.reverse(texts);
      List<Embedding> reversed = new ArrayList<>(engine.embedAll(texts, TextRole.DOCUMENT));
      Collections.reverse(reversed);

      assertThat(together).isEqualTo(reversed);
      Collections.reverse(texts);
      for (int i = 0; i < texts.size(); i++) {
        assertThat(engine.embed(texts.get(i), TextRole.DOCUMENT)).isEqualTo(together.get(i));
      }
    }
  }

  @Test
  void aNullTextIsRefusedBeforeAnythingIsRun() {
    try (EmbeddingEngine engine = TestModel.tiny(folder).embedding()) {
      assertThatNullPointerException()
          .isThrownBy(() -> engine.embedAll(Arrays.asList("a", null), TextRole.QUERY));
    }
  }

  @Test
  void anotherDimensionThanTheCatalogsIsFoundWhenTheModelIsOpened() {
    TestModel model = TestModel.tiny(folder).dimensions(384);

    assertThatThrownBy(model::embedding)
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining("its vectors have 96 dimensions, not 384");
  }

  @Test
  void moreTokensThanTheFileReadsAreFoundWhenTheModelIsOpened() {
    TestModel model = TestModel.tiny(folder).maxTokens(2_000);

    assertThatThrownBy(model::embedding)
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining("its file is for texts of 256 tokens, and not of 2000");
  }

  @Test
  void aFileThatIsNoModelIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("broken.gguf"), "GGUF and no more");
    TestModel model = TestModel.tiny(folder).file("broken.gguf");

    assertThatThrownBy(model::embedding)
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("its file is no sound GGUF");
  }

  /** Its last tensor consists of floats. */
  @Test
  void aVectorThatIsNoNumberIsRefusedWithItsTextsPosition() throws IOException {
    TestModel model = TestModel.tiny(folder);
    byte[] bytes = Files.readAllBytes(folder.resolve(BertModel.GGUF));
    ByteBuffer.wrap(bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putFloat(bytes.length - Float.BYTES, Float.NaN);
    Files.write(folder.resolve("broken.gguf"), bytes);

    assertThatThrownBy(model.file("broken.gguf")::embedding)
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("the network gave for text 0 what is no number");
  }

  @Test
  void useAfterCloseNamesTheModel() {
    EmbeddingEngine engine = TestModel.tiny(folder).embedding();
    engine.close();
    engine.close();

    assertThatThrownBy(() -> engine.embed("boat", TextRole.QUERY))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The engine of \"tiny:gguf-test\" is closed");
  }
}
