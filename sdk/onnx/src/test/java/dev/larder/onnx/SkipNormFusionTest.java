package dev.larder.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SkipNormFusionTest {

  private final GraphProto.Builder graph =
      GraphProto.newBuilder()
          .addInitializer(TensorProto.newBuilder().setName("scale"))
          .addInitializer(TensorProto.newBuilder().setName("shift"))
          .addNode(node("Relu", "a", "input"))
          .addNode(node("Relu", "b", "input"))
          .addOutput(ValueInfoProto.newBuilder().setName("norm"));

  @Test
  void aSumAndItsNormalisationBecomeOneOperation() throws InvalidProtocolBufferException {
    graph
        .addNode(node("Add", "sum", "a", "b"))
        .addNode(norm("norm", "sum", integer("axis", -1), real("epsilon", 0.25f)));

    NodeProto fused = fused(3).get(2);

    assertThat(fused.getOpType()).isEqualTo("SkipLayerNormalization");
    assertThat(fused.getDomain()).isEqualTo("com.microsoft");
    assertThat(fused.getInputList()).containsExactly("a", "b", "scale", "shift");
    assertThat(fused.getOutputList()).containsExactly("norm");
    assertThat(fused.getAttributeList()).containsExactly(real("epsilon", 0.25f));
  }

  @Test
  void whatOnnxTakesForGrantedIsSaid() throws InvalidProtocolBufferException {
    graph.addNode(node("Add", "sum", "a", "b")).addNode(norm("norm", "sum"));

    assertThat(fused(3).get(2).getAttributeList()).containsExactly(real("epsilon", 1e-5f));
  }

  @Test
  void aSumThatSomebodyElseNeedsStays() {
    graph
        .addNode(node("Add", "sum", "a", "b"))
        .addNode(norm("norm", "sum"))
        .addNode(node("Relu", "other", "sum"));

    assertThat(rewritten()).isEmpty();
  }

  @Test
  void anotherAxisAConstantAndALookUpAreNotTaken() {
    graph
        .addNode(node("Add", "sum", "a", "b"))
        .addNode(norm("norm", "sum", integer("axis", 1)))
        .addNode(node("Add", "biased", "a", "shift"))
        .addNode(norm("second", "biased"))
        .addNode(node("Gather", "position", "scale", "input"))
        .addNode(node("Add", "placed", "b", "position"))
        .addNode(norm("third", "placed"));

    assertThat(rewritten()).isEmpty();
  }

  private List<NodeProto> fused(int nodes) throws InvalidProtocolBufferException {
    List<NodeProto> list = ModelProto.parseFrom(rewritten().orElseThrow()).getGraph().getNodeList();
    assertThat(list).hasSize(nodes);
    return list;
  }

  private Optional<byte[]> rewritten() {
    byte[] model =
        ModelProto.newBuilder()
            .addOpsetImport(
                OperatorSetIdProto.newBuilder().setDomain("com.microsoft").setVersion(1))
            .setGraph(graph)
            .build()
            .toByteArray();
    return new Rewriting(List.of(new SkipNormFusion())).of(model);
  }

  private static NodeProto node(String operator, String output, String... inputs) {
    return NodeProto.newBuilder()
        .setOpType(operator)
        .addOutput(output)
        .addAllInput(List.of(inputs))
        .build();
  }

  private static NodeProto norm(String output, String input, AttributeProto... attributes) {
    return node("LayerNormalization", output, input, "scale", "shift").toBuilder()
        .addAllAttribute(List.of(attributes))
        .build();
  }

  private static AttributeProto integer(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setI(value)
        .setType(AttributeProto.AttributeType.INT)
        .build();
  }

  private static AttributeProto real(String name, float value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setF(value)
        .setType(AttributeProto.AttributeType.FLOAT)
        .build();
  }
}
