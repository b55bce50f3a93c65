package dev.larder.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.TextRole;
import dev.larder.core.catalog.Pooling;
import dev.larder.testkit.onnx.OnnxAttribute;
import dev.larder.testkit.tiny.BertModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What exports of text generators that give vectors ask for, such as those of Qwen3-Embedding. */
class CausalExportsTest {

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
  void positionsCountFromNought() {
    table.input("position_ids");
    table.graph().node("Gather", "by position", "table", "position_ids");
    table.tokenOutput("last_hidden_state", "by position");

    assertThat(embedAmongOthers(table.build())).containsExactly(row(ids.length - 1), within(0f));
  }

  @Test
  void theLastTokenOfEachTextIsReadAndNotItsPadding() {
    table.input("attention_mask").tokenOutput("last_hidden_state");

    assertThat(embedAmongOthers(table.build()))
        .containsExactly(row(ids[ids.length - 1]), within(0f));
  }

  @ParameterizedTest
  @EnumSource(
      value = TensorProto.DataType.class,
      names = {"FLOAT", "FLOAT16"})
  void nothingWasReadBefore(TensorProto.DataType type) {
    table.input("attention_mask");
    ModelProto.Builder model = afterPast().build().toBuilder();
    model.getGraphBuilder().addInput(past("past_key_values.0.key", type));
    model.getGraphBuilder().addInput(past("past_key_values.0.value", type));

    assertThat(embedAmongOthers(model.build()))
        .containsExactly(row(ids[ids.length - 1]), within(0f));
  }

  @Test
  void integersOfAnyWidthAreFed() {
    ModelProto.Builder model =
        table.input("attention_mask").tokenOutput("last_hidden_state").build().toBuilder();
    for (ValueInfoProto.Builder input : model.getGraphBuilder().getInputBuilderList()) {
      input.getTypeBuilder().getTensorTypeBuilder().setElemType(TensorProto.DataType.INT32_VALUE);
    }

    assertThat(embedAmongOthers(model.build()))
        .containsExactly(row(ids[ids.length - 1]), within(0f));
  }

  /** Puts past keys and values before the tokens' vectors, as a network with a cache does. */
  private TokenTable afterPast() {
    table.graph().integers("head", 1);
    table.graph().node("Unsqueeze", "one head", TokenTable.LOOKED_UP, "head");
    for (String part : List.of("key", "value")) {
      table
          .graph()
          .node(OnnxAttribute.of("to", 1), "Cast", part + " floats", "past_key_values.0." + part);
    }
    OnnxAttribute tokens = OnnxAttribute.of("axis", 2);
    table.graph().node(tokens, "Concat", "after keys", "key floats", "one head");
    table.graph().node(tokens, "Concat", "after both", "value floats", "after keys");
    table.graph().node("Squeeze", "without head", "after both", "head");
    return table.tokenOutput("last_hidden_state", "without head");
  }

  private static ValueInfoProto past(String name, TensorProto.DataType type) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    shape.addDimBuilder().setDimParam("batch");
    shape.addDimBuilder().setDimValue(1);
    shape.addDimBuilder().setDimParam("past");
    shape.addDimBuilder().setDimValue(TokenTable.DIMENSIONS);
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape)))
        .build();
  }

  private float[] embedAmongOthers(ModelProto network) {
    TestModel model =
        TestModel.of(folder, network)
            .dimensions(TokenTable.DIMENSIONS)
            .notNormalised()
            .pooling(Pooling.LAST);
    try (EmbeddingEngine engine = model.open()) {
      List<Embedding> embeddings =
          engine.embedAll(List.of("the long way home", TEXT, "boat"), TextRole.DOCUMENT);
      return embeddings.get(1).vector();
    }
  }

  private float[] row(int token) {
    float[] row = new float[TokenTable.DIMENSIONS];
    for (int i = 0; i < row.length; i++) {
      row[i] = table.value(token, i);
    }
    return row;
  }
}
