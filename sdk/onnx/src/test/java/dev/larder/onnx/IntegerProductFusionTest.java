package dev.larder.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import dev.larder.testkit.onnx.OnnxAttribute;
import dev.larder.testkit.onnx.OnnxGraph;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntegerProductFusionTest {

  private static final int WIDTH = 16;
  private static final long[][] IDS = {{3, 1, 4, 1, 5}};

  private final OnnxGraph graph = new OnnxGraph("products");
  private final Random random = new Random(1);

  @Test
  void productsThatShareAScaleBecomeOneOperationEach() throws Exception {
    byte[] original = model("input scale", "matrix scale");
    byte[] rewritten = rewritten(original).orElseThrow();

    assertThat(RunGraph.operators(rewritten))
        .containsExactly(
            "Gather",
            "DynamicQuantizeLinear",
            "MatMulIntegerToFloat",
            "MatMulIntegerToFloat",
            "Add");
    assertThat(RunGraph.run(rewritten, IDS, IDS)).isEqualTo(RunGraph.run(original, IDS, IDS));
  }

  @Test
  void aScaleOfAnotherKindStays() {
    graph.number("other scale", 0.5);

    assertThat(rewritten(model("other scale", "matrix scale"))).isEmpty();
  }

  @Test
  void aProductThatSomebodyElseNeedsStays() throws Exception {
    byte[] model = model("input scale", "matrix scale");
    ModelProto.Builder builder = ModelProto.parseFrom(model).toBuilder();
    builder
        .getGraphBuilder()
        .addNodeBuilder()
        .setOpType("Abs")
        .addInput("a integers")
        .addOutput("x");
    builder.getGraphBuilder().addOutputBuilder().setName("x");

    assertThat(RunGraph.operators(rewritten(builder.build().toByteArray()).orElseThrow()))
        .contains("MatMulInteger")
        .containsOnlyOnce("MatMulIntegerToFloat");
  }

  private byte[] model(String inputScale, String matrixScale) {
    List<String> axes = List.of("batch", "sequence");
    String ids = graph.input("input_ids", axes);
    float[] table = new float[10 * WIDTH];
    for (int i = 0; i < table.length; i++) {
      table[i] = (float) random.nextGaussian();
    }
    graph.node("Gather", "input", graph.floats("table", List.of(10, WIDTH), table), ids);
    graph.nodeOfSeveral(
        "DynamicQuantizeLinear", new String[] {"quantised", "input scale", "zero point"}, "input");
    graph.number("matrix scale", 0.25);
    graph.bytes("no zero point", List.of(), new byte[1]);
    graph.node("Mul", "scales", inputScale, matrixScale);
    graph.node("Add", "last_hidden_state", product("a"), product("b"));
    graph.output("last_hidden_state", axes, WIDTH);
    return graph.build("test").toBuilder()
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain(GraphNode.DOMAIN).setVersion(1))
        .build()
        .toByteArray();
  }

  private String product(String name) {
    byte[] matrix = new byte[WIDTH * WIDTH];
    random.nextBytes(matrix);
    graph.bytes(name + " matrix", List.of(WIDTH, WIDTH), matrix);
    graph.floats(name + " bias", List.of(WIDTH), new float[WIDTH]);
    graph.node(
        "MatMulInteger",
        name + " integers",
        "quantised",
        name + " matrix",
        "zero point",
        "no zero point");
    graph.node(OnnxAttribute.of("to", 1), "Cast", name + " floats", name + " integers");
    graph.node("Mul", name + " scaled", name + " floats", "scales");
    return graph.node("Add", name, name + " scaled", name + " bias");
  }

  private static Optional<byte[]> rewritten(byte[] model) {
    return new Rewriting(List.of(new IntegerProductFusion())).of(model);
  }
}
