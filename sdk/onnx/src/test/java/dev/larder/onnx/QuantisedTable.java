package dev.larder.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.List;

/** A table whose vectors are quantised as the exporters do it: with one scale for the whole run. */
final class QuantisedTable {

  private QuantisedTable() {}

  static ModelProto network() {
    ModelProto.Builder proto =
        TokenTable.withRows(TokenTable.TINY_VOCABULARY)
            .input("attention_mask")
            .tokenOutput("last_hidden_state", "restored")
            .build()
            .toBuilder();
    int output = proto.getGraph().getNodeCount() - 1;
    proto
        .getGraphBuilder()
        .addNode(
            output,
            NodeProto.newBuilder()
                .setOpType("DequantizeLinear")
                .addAllInput(List.of("bytes", "scale", "zero"))
                .addOutput("restored"))
        .addNode(
            output,
            NodeProto.newBuilder()
                .setOpType("DynamicQuantizeLinear")
                .addInput(TokenTable.LOOKED_UP)
                .addAllOutput(List.of("bytes", "scale", "zero")));
    return proto.build();
  }
}
