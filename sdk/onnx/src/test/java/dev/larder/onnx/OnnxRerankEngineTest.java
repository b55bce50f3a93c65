package dev.larder.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.larder.api.CorruptModelException;
import dev.larder.api.RankedDocument;
import dev.larder.api.RerankEngine;
import dev.larder.api.UnsupportedArchitectureException;
import dev.larder.testkit.tiny.BertModel;
import dev.larder.testkit.tiny.TinyModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnnxRerankEngineTest {

  private static final String QUERY = "green boat in the harbour";

  private static final List<String> DOCUMENTS =
      List.of(
          "",
          "The green boat lies in the harbour.",
          "Why is bread baked twice? Nobody knows!",
          "the long way home ".repeat(20),
          "boat");

  @TempDir Path folder;

  private final CrossEncoder head = new CrossEncoder(TinyModel.dimensions(), 1);
  private TestModel model;

  @BeforeEach
  void makeModel() throws IOException {
    model = withHead(head);
  }

  private TestModel withHead(CrossEncoder encoder) throws IOException {
    TestModel tiny = TestModel.tiny(folder);
    return tiny.replacing(BertModel.ONNX, encoder.on(folder.resolve(BertModel.ONNX))).reranking();
  }

  private static List<RankedDocument> inOrder(List<RankedDocument> ranked) {
    return ranked.stream().sorted(Comparator.comparing(RankedDocument::index)).toList();
  }

  @Test
  void scoresAreThoseOfTheReferenceBestFirst() throws IOException {
    TestModel.tiny(folder.resolve("plain"));
    ReferenceBert bert = new ReferenceBert(folder.resolve("plain").resolve(BertModel.ONNX));
    ReferenceTokenizer tokenizer = new ReferenceTokenizer(folder.resolve(BertModel.TOKENIZER));
    int second = tokenizer.ids(QUERY).length;
    try (RerankEngine engine = model.openReranker()) {
      List<RankedDocument> ranked = engine.rerank(QUERY, DOCUMENTS);

      assertThat(ranked)
          .isSortedAccordingTo(Comparator.comparing(RankedDocument::score).reversed())
          .hasSameSizeAs(DOCUMENTS);
      for (RankedDocument document : ranked) {
        int[] ids = tokenizer.ids(QUERY, DOCUMENTS.get(document.index()));
        int[] segments = new int[ids.length];
        Arrays.fill(segments, second, ids.length, 1);
        assertThat((double) document.score())
            .isCloseTo(head.score(bert.hidden(ids, segments)[0]), within(1e-4));
        assertThat(head.score(bert.hidden(ids)[0]))
            .as("the segments count")
            .isNotCloseTo(document.score(), within(1e-3));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"fp32, 1e-5", "int8, 0"})
  void aScoreDoesNotDependOnTheOtherDocuments(String quantisation, float distance) {
    List<String> documents = OnnxEmbeddingEngineTest.manyTexts();
    try (RerankEngine engine = model.quantisation(quantisation).openReranker()) {
      List<RankedDocument> together = inOrder(engine.rerank(QUERY, documents));

      for (int i = 0; i < documents.size(); i++) {
        assertThat(engine.rerank(QUERY, List.of(documents.get(i))).get(0).score())
            .isCloseTo(together.get(i).score(), within(distance));
      }
    }
  }

  @Test
  void documentsOfEqualScoreStayInTheirOrder() {
    try (RerankEngine engine = model.quantisation("int8").openReranker()) {
      assertThat(engine.rerank(QUERY, List.of("boat", "Boat", "boat ")))
          .extracting(RankedDocument::index)
          .containsExactly(0, 1, 2);
    }
  }

  @Test
  void theEndOfALongDocumentIsCutAndTheResultSaysSo() {
    List<String> documents = List.of("boat ".repeat(300), "boat ".repeat(248), "boat");
    try (RerankEngine engine = model.openReranker()) {
      List<RankedDocument> ranked = inOrder(engine.rerank(QUERY, documents));

      assertThat(ranked).extracting(RankedDocument::truncatedTokens).containsExactly(52, 0, 0);
      assertThat(ranked.get(0).score()).isCloseTo(ranked.get(1).score(), within(1e-5f));
      assertThat(engine.maxTokens()).isEqualTo(256);
    }
  }

  @Test
  void aQueryThatLeavesNoRoomIsRefused() {
    try (RerankEngine engine = model.openReranker()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> engine.rerank("boat ".repeat(253), List.of("boat")))
          .withMessageContaining("A query of 256 tokens leaves no room")
          .withMessageContaining("tiny:onnx-fp32");
      assertThat(engine.rerank("boat ".repeat(252), List.of("boat"))).hasSize(1);
    }
  }

  @Test
  void noDocumentsHaveNoRank() {
    try (RerankEngine engine = model.openReranker()) {
      assertThat(engine.rerank(QUERY, List.of())).isEmpty();
    }
  }

  @Test
  @SuppressWarnings("NullAway") // null is what is tested
  void nullIsRefused() {
    List<String> withNull = new ArrayList<>(DOCUMENTS);
    withNull.add(null);
    try (RerankEngine engine = model.openReranker()) {
      assertThatThrownBy(() -> engine.rerank(null, DOCUMENTS))
          .isInstanceOf(NullPointerException.class);
      assertThatThrownBy(() -> engine.rerank(QUERY, withNull))
          .isInstanceOf(NullPointerException.class);
    }
  }

  @Test
  void useAfterCloseNamesTheModel() {
    RerankEngine engine = model.openReranker();
    engine.close();
    engine.close();

    assertThatThrownBy(() -> engine.rerank(QUERY, DOCUMENTS))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("tiny:onnx-fp32");
  }

  @Test
  void aClassifierOfSeveralClassesIsNoReranker() throws IOException {
    TestModel classifier = withHead(new CrossEncoder(TinyModel.dimensions(), 3));

    assertThatThrownBy(classifier::openReranker)
        .isInstanceOf(UnsupportedArchitectureException.class)
        .hasMessageContaining("no single output with one score for each text among logits");
  }

  @Test
  void aTokenizerThatRunsQueryAndDocumentTogetherIsRefused() throws IOException {
    ObjectNode tokenizer =
        (ObjectNode) new ObjectMapper().readTree(folder.resolve(BertModel.TOKENIZER).toFile());
    tokenizer.putNull("post_processor");
    model.replacing(BertModel.TOKENIZER, tokenizer.toString().getBytes(UTF_8));

    assertThatThrownBy(model::openReranker)
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining("its tokenizer puts nothing between query and document");
  }
}
