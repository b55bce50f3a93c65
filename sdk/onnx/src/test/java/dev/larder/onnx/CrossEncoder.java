package dev.larder.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** The tiny model's network with a head that scores a pair by the vector of its first token. */
final class CrossEncoder {

  private final float[] weights;
  private final int scores;

  /**
   * @param dimensions the length of a token's vector
   * @param scores how many scores a pair gets
   */
  CrossEncoder(int dimensions, int scores) {
    Random random = new Random(9);
    this.scores = scores;
    weights = new float[dimensions * scores];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = random.nextFloat() - 0.5f;
    }
  }

  /** The score of a first token's vector, where there is one score. */
  double score(double[] first) {
    double score = 0;
    for (int i = 0; i < first.length; i++) {
      score += first[i] * weights[i];
    }
    return score;
  }

  /** The network with this head. */
  byte[] on(Path network) throws IOException {
    try (InputStream in = Files.newInputStream(network)) {
      ModelProto.Builder model = ModelProto.parseFrom(in).toBuilder();
      addTo(model.getGraphBuilder());
      return model.build().toByteArray();
    }
  }

  private void addTo(GraphProto.Builder graph) {
    TensorProto.Builder head =
        TensorProto.newBuilder()
            .setName("head")
            .setDataType(TensorProto.DataType.FLOAT_VALUE)
            .addDims(weights.length / scores)
            .addDims(scores);
    for (float weight : weights) {
      head.addFloatData(weight);
    }
    graph
        .addInitializer(head)
        .addInitializer(
            TensorProto.newBuilder()
                .setName("first token")
                .setDataType(TensorProto.DataType.INT64_VALUE)
                .addInt64Data(0))
        .addNode(
            node("Gather", "pooled", "last_hidden_state", "first token")
                .addAttribute(
                    AttributeProto.newBuilder()
                        .setName("axis")
                        .setType(AttributeProto.AttributeType.INT)
                        .setI(1)))
        .addNode(node("MatMul", "logits", "pooled", "head"));
    graph.getOutputBuilder(0).setName("logits");
    graph
        .getOutputBuilder(0)
        .getTypeBuilder()
        .getTensorTypeBuilder()
        .getShapeBuilder()
        .removeDim(1)
        .getDimBuilder(1)
        .setDimValue(scores);
  }

  private static NodeProto.Builder node(String operator, String name, String... inputs) {
    return NodeProto.newBuilder().setOpType(operator).addAllInput(List.of(inputs)).addOutput(name);
  }
}
