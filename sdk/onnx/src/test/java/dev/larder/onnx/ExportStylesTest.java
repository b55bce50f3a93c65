package dev.larder.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import dev.larder.api.CorruptModelException;
import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.TextRole;
import dev.larder.api.UnsupportedArchitectureException;
import dev.larder.core.catalog.Pooling;
import dev.larder.testkit.onnx.OnnxAttribute;
import dev.larder.testkit.tiny.BertModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportStylesTest {

  private static final String TEXT = "green boat";

  @TempDir Path folder;

  private final TokenTable table = TokenTable.withRows(TokenTable.TINY_VOCABULARY);
  private int[] ids = {};

  @BeforeEach
  void tokenize() throws IOException {
    TestModel.tiny(folder);
    ids = new ReferenceTokenizer(folder.resolve(BertModel.TOKENIZER)).ids(TEXT);
  }

  @Test
  void onlyDeclaredInputsAreFed() {
    assertThat(embed(model(table.tokenOutput("last_hidden_state")))).satisfies(this::isTheMean);
  }

  @Test
  void everyDeclaredInputIsFed() {
    TokenTable all =
        table
            .input("position_ids")
            .input("token_type_ids")
            .input("attention_mask")
            .tokenOutput("last_hidden_state");

    assertThat(embed(model(all))).satisfies(this::isTheMean);
  }

  @Test
  void tokenVectorsAreFoundByNameBehindOtherOutputs() {
    TokenTable export =
        table
            .textOutput("sentence_embedding")
            .tokenOutput("attentions")
            .tokenOutput("token_embeddings");

    assertThat(embed(model(export))).satisfies(this::isTheMean);
  }

  @Test
  void tokenVectorsAreTheOnlyOutputOfTheirRankWhateverItsName() {
    TokenTable export = table.textOutput("pooler_output").tokenOutput("output_0");

    assertThat(embed(model(export))).satisfies(this::isTheMean);
  }

  @Test
  void theGraphsOwnPoolingIsTakenWhereTheCatalogSaysSo() {
    TokenTable export =
        table
            .tokenOutput("token_embeddings")
            .textOutput("pooler_output")
            .textOutput("sentence_embedding");

    assertThat(embed(model(export).pooling(Pooling.IN_GRAPH))).satisfies(this::isTheSecondToken);
  }

  @Test
  void aGraphWithOneOutputThatPoolsMayCallItAnything() {
    TokenTable export = table.textOutput("embedding");

    assertThat(embed(model(export).pooling(Pooling.IN_GRAPH))).satisfies(this::isTheSecondToken);
  }

  @Test
  void halfPrecisionOutputsAreWidened() {
    table.graph().node(OnnxAttribute.of("to", 10), "Cast", "halves", TokenTable.LOOKED_UP);
    ModelProto.Builder proto = table.tokenOutput("last_hidden_state", "halves").build().toBuilder();
    proto
        .getGraphBuilder()
        .getOutputBuilder(0)
        .getTypeBuilder()
        .getTensorTypeBuilder()
        .setElemType(TensorProto.DataType.FLOAT16_VALUE);

    Embedding embedding = embed(model(proto.build()).pooling(Pooling.CLS));

    for (int i = 0; i < TokenTable.DIMENSIONS; i++) {
      assertThat(embedding.vector()[i]).isCloseTo(table.value(ids[0], i), within(5e-4f));
    }
  }

  @Test
  void tensorsOutsideTheModelFileAreFoundBesideIt() throws IOException {
    float[] shift = {1, 2, 3, 4, 5, 6, 7, 8};
    table.graph().floats("shift", List.of(TokenTable.DIMENSIONS), shift);
    table.graph().node("Add", "shifted", TokenTable.LOOKED_UP, "shift");
    ModelProto.Builder network =
        table.tokenOutput("last_hidden_state", "shifted").build().toBuilder();
    keepOutside(network.getGraphBuilder().getInitializerBuilder(0), "model.onnx_data");
    keepOutside(network.getGraphBuilder().getInitializerBuilder(1), "Constant_7_attr__value");

    Embedding embedding = embed(model(network.build()).pooling(Pooling.CLS));

    for (int i = 0; i < TokenTable.DIMENSIONS; i++) {
      assertThat(embedding.vector()[i]).isEqualTo(table.value(ids[0], i) + shift[i]);
    }
    Files.delete(folder.resolve("model.onnx_data"));
    TestModel incomplete = model(network.build());
    assertThatThrownBy(incomplete::open)
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining("model.onnx_data");
  }

  @Test
  void aQuantisedModelsVectorIsExactlyTheSameInEveryBatch() {
    TestModel quantised = model(QuantisedTable.network());
    List<String> texts = OnnxEmbeddingEngineTest.manyTexts();

    assertThat(differences(quantised.quantisation("int8 (dynamic)"), texts)).isZero();
    // Taken for a model in floating point, it would not be: the test can tell.
    assertThat(differences(quantised.quantisation("fp32"), texts)).isPositive();
  }

  @Test
  void aGraphWithoutAMaskGivesTheSameInEveryBatch() {
    TestModel unmasked = model(table.tokenOutput("last_hidden_state"));

    assertThat(differences(unmasked, OnnxEmbeddingEngineTest.manyTexts())).isZero();
  }

  @Test
  void anInputThatNobodyCanFeedIsNamed() {
    TestModel model = model(table.input("pixel_values").tokenOutput("last_hidden_state"));

    assertThatThrownBy(model::open)
        .isInstanceOf(UnsupportedArchitectureException.class)
        .hasMessageContaining("its input pixel_values (INT64, ? x ?)");
  }

  @Test
  void tokenVectorsThatAreMissingAreNotReplacedByAnotherOutput() {
    TestModel model = model(table.textOutput("sentence_embedding"));

    assertThatThrownBy(model::open)
        .isInstanceOf(UnsupportedArchitectureException.class)
        .hasMessageContaining(
            "no single output with a vector for each token among sentence_embedding (FLOAT, ? x 8)");
  }

  @Test
  void twoOutputsThatCouldBeMeantAreNotGuessedAt() {
    TestModel model = model(table.tokenOutput("output_0").tokenOutput("output_1"));

    assertThatThrownBy(model::open)
        .isInstanceOf(UnsupportedArchitectureException.class)
        .hasMessageContaining("output_0")
        .hasMessageContaining("output_1");
  }

  private void keepOutside(TensorProto.Builder tensor, String file) throws IOException {
    Files.write(folder.resolve(file), tensor.getRawData().toByteArray());
    tensor
        .clearRawData()
        .setDataLocation(TensorProto.DataLocation.EXTERNAL)
        .addExternalData(StringStringEntryProto.newBuilder().setKey("location").setValue(file));
  }

  private TestModel model(TokenTable export) {
    return model(export.build());
  }

  private TestModel model(ModelProto proto) {
    return TestModel.of(folder, proto).dimensions(TokenTable.DIMENSIONS).notNormalised();
  }

  private static Embedding embed(TestModel model) {
    try (EmbeddingEngine engine = model.open()) {
      return engine.embed(TEXT, TextRole.DOCUMENT);
    }
  }

  private static long differences(TestModel model, List<String> texts) {
    try (EmbeddingEngine engine = model.open()) {
      List<Embedding> together = engine.embedAll(texts, TextRole.DOCUMENT);
      long count = 0;
      for (int i = 0; i < texts.size(); i++) {
        if (!together.get(i).equals(engine.embed(texts.get(i), TextRole.DOCUMENT))) {
          count++;
        }
      }
      return count;
    }
  }

  private void isTheMean(Embedding embedding) {
    for (int i = 0; i < TokenTable.DIMENSIONS; i++) {
      double mean = 0;
      for (int id : ids) {
        mean += table.value(id, i) / (double) ids.length;
      }
      assertThat((double) embedding.vector()[i]).isCloseTo(mean, within(1e-6));
    }
  }

  private void isTheSecondToken(Embedding embedding) {
    for (int i = 0; i < TokenTable.DIMENSIONS; i++) {
      assertThat(embedding.vector()[i]).isEqualTo(table.value(ids[1], i));
    }
  }
}
