package dev.larder.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.TextRole;
import dev.larder.testkit.tiny.BertModel;
import dev.larder.testkit.tiny.TinyModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxEmbeddingEngineTest {

  private static final TextRole ROLE = TextRole.DOCUMENT;

  @TempDir Path folder;

  @Test
  void tellsWhatTheModelIs() {
    try (EmbeddingEngine engine = TestModel.tiny(folder).open()) {
      assertThat(engine.dimensions()).isEqualTo(TinyModel.dimensions());
      assertThat(engine.maxTokens()).isEqualTo(256);
      assertThat(engine.model().variant()).isEqualTo("onnx-fp32");
    }
  }

  @Test
  void vectorsHaveTheLengthOneWhereTheModelNormalises() {
    try (EmbeddingEngine engine = TestModel.tiny(folder).open()) {
      assertThat(length(engine.embed("a small green boat", ROLE))).isCloseTo(1, within(1e-6));
    }
  }

  @Test
  void vectorsKeepTheirLengthWhereTheModelDoesNotNormalise() {
    try (EmbeddingEngine plain = TestModel.tiny(folder).notNormalised().open();
        EmbeddingEngine normalised = TestModel.tiny(folder).open()) {
      Embedding embedding = plain.embed("a small green boat", ROLE);

      assertThat(length(embedding)).isNotCloseTo(1, within(0.1));
      assertThat(embedding.cosine(normalised.embed("a small green boat", ROLE)))
          .isCloseTo(1, within(1e-6));
    }
  }

  @Test
  void textsThatShareWordsAreCloserThanOthers() {
    try (EmbeddingEngine engine = TestModel.tiny(folder).open()) {
      Embedding query = engine.embed("bread from the oven", ROLE);

      assertThat(query.cosine(engine.embed("warm bread, fresh from the oven", ROLE)))
          .isGreaterThan(query.cosine(engine.embed("the train to the coast was late", ROLE)));
    }
  }

  @Test
  void aTextsVectorDoesNotDependOnItsNeighbours() {
    List<String> texts = manyTexts();
    try (EmbeddingEngine engine = TestModel.tiny(folder).open()) {
      List<Embedding> alone = texts.stream().map(text -> engine.embed(text, ROLE)).toList();
      List<Embedding> together = engine.embedAll(texts, ROLE);

      for (int i = 0; i < texts.size(); i++) {
        assertThat(together.get(i).vector())
            .as(texts.get(i))
            .containsExactly(alone.get(i).vector(), within(1e-5f));
        assertThat(together.get(i).tokens()).isEqualTo(alone.get(i).tokens());
      }
    }
  }

  @Test
  void resultsComeInTheOrderOfTheTexts() {
    List<String> texts = new ArrayList<>(manyTexts());
    try (EmbeddingEngine engine = TestModel.tiny(folder).open()) {
      List<Embedding> before = engine.embedAll(texts, ROLE);
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < texts.size(); i++) {
        order.add(i);
      }
      Collections.shuffle(order, new Random(7));
      List<Embedding> after = engine.embedAll(order.stream().map(texts::get).toList(), ROLE);

      for (int i = 0; i < order.size(); i++) {
        assertThat(after.get(i).cosine(before.get(order.get(i)))).isCloseTo(1, within(1e-6));
      }
    }
  }

  @Test
  void anEmptyTextHasTheVectorOfTheSpecialTokens() {
    try (EmbeddingEngine engine = TestModel.tiny(folder).open()) {
      Embedding empty = engine.embed("", ROLE);

      assertThat(empty.tokens()).isEqualTo(2);
      assertThat(length(empty)).isCloseTo(1, within(1e-6));
      assertThat(engine.embed(" \t\n", ROLE)).isEqualTo(empty);
    }
  }

  @Test
  void aTextWithoutAnyTokenHasTheZeroVector() throws IOException {
    TestModel model = TestModel.tiny(folder);
    Path file = folder.resolve(BertModel.TOKENIZER);
    ObjectNode tokenizer = (ObjectNode) new ObjectMapper().readTree(file.toFile());
    tokenizer.putNull("post_processor");
    model.replacing(BertModel.TOKENIZER, tokenizer.toString().getBytes(UTF_8));
    try (EmbeddingEngine engine = model.open()) {
      List<Embedding> embeddings = engine.embedAll(List.of("", "green boat", ""), ROLE);

      assertThat(embeddings.get(0))
          .isEqualTo(new Embedding(new float[TinyModel.dimensions()], 0, 0));
      assertThat(embeddings.get(1).tokens()).isEqualTo(2);
      assertThat(length(embeddings.get(1))).isCloseTo(1, within(1e-6));
      assertThat(embeddings.get(2)).isEqualTo(embeddings.get(0));
    }
  }

  @Test
  void noTextsHaveNoVectors() {
    try (EmbeddingEngine engine = TestModel.tiny(folder).open()) {
      assertThat(engine.embedAll(List.of(), ROLE)).isEmpty();
    }
  }

  @Test
  @SuppressWarnings("NullAway") // null is what is tested
  void aNullTextIsRefusedBeforeAnythingIsRun() {
    try (EmbeddingEngine engine = TestModel.tiny(folder).open()) {
      assertThatThrownBy(() -> engine.embed(null, ROLE)).isInstanceOf(NullPointerException.class);
      assertThatThrownBy(() -> engine.embedAll(Arrays.asList("a", null), ROLE))
          .isInstanceOf(NullPointerException.class);
      assertThatThrownBy(() -> engine.countTokens(null, ROLE))
          .isInstanceOf(NullPointerException.class);
    }
  }

  @Test
  void aTextGetsThePrefixOfItsRole() {
    try (EmbeddingEngine plain = TestModel.tiny(folder).open();
        EmbeddingEngine prefixed = TestModel.tiny(folder).withPrefixes().open()) {
      Embedding query = prefixed.embed("green boat", TextRole.QUERY);
      Embedding document = prefixed.embed("green boat", TextRole.DOCUMENT);

      assertThat(query).isNotEqualTo(document);
      assertThat(query).isEqualTo(plain.embed(TestModel.QUERY_PREFIX + "green boat", ROLE));
      assertThat(document).isEqualTo(plain.embed(TestModel.DOCUMENT_PREFIX + "green boat", ROLE));
      assertThat(prefixed.countTokens("green boat", TextRole.QUERY)).isEqualTo(query.tokens());
    }
  }

  @Test
  void brokenUnicodeAndControlCharactersAreTextsLikeOthers() {
    try (EmbeddingEngine engine = TestModel.tiny(folder).open()) {
      assertThat(
              engine.embedAll(List.of("\uD83D", "a \0 b", "\uFFFF\u202E", "👩‍👩‍👧 ﷽ 한국어"), ROLE))
          .allSatisfy(embedding -> assertThat(length(embedding)).isCloseTo(1, within(1e-6)));
    }
  }

  /** Texts of one to a hundred words, in no order of length. */
  static List<String> manyTexts() {
    Random random = new Random(42);
    List<String> words =
        List.of("boat", "green", "the", "oven", "bread", "coast", "train", "late,", "and", "why?");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      List<String> chosen = new ArrayList<>();
      for (int count = 1 + random.nextInt(i % 5 == 0 ? 100 : 12); count > 0; count--) {
        chosen.add(words.get(random.nextInt(words.size())));
      }
      texts.add(String.join(" ", chosen));
    }
    return texts;
  }

  private static double length(Embedding embedding) {
    double square = 0;
    for (float component : embedding.vector()) {
      square += (double) component * component;
    }
    return Math.sqrt(square);
  }
}
