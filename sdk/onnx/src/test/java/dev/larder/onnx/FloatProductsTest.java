package dev.larder.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import dev.larder.testkit.onnx.OnnxAttribute;
import dev.larder.testkit.onnx.OnnxGraph;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FloatProductsTest {

  private static final long[][] IDS = {{0, 1}};

  /** What the tokens 0 and 1 become before they are multiplied. */
  private static final float[] INPUT = {0.301f, -0.502f, 0.703f, 0.104f};

  private static final byte[] MATRIX = {10, -20, 30, 45};
  private static final float[] SCALES = {0.5f, 0.25f};
  private static final byte[] ZERO_POINTS = {2, -3};
  private static final float[] BIAS = {1, 2};

  @Test
  void aProductOfIntegersBecomesThatOfItsWeightsInFloats() throws Exception {
    byte[] inFloats = Rewriting.IN_FLOATS.of(model()).orElseThrow();

    assertThat(RunGraph.operators(inFloats)).contains("MatMul").doesNotContain("MatMulInteger");
    assertThat(RunGraph.run(inFloats, IDS, IDS)).containsExactly(expected(), within(1e-6f));
    assertThat(RunGraph.run(model(), IDS, IDS)).isNotEqualTo(expected());
  }

  @Test
  void soDoesOneThatWasFused() throws Exception {
    byte[] fused = new Rewriting(List.of(new IntegerProductFusion())).of(model()).orElseThrow();
    byte[] inFloats = Rewriting.IN_FLOATS.of(fused).orElseThrow();

    assertThat(RunGraph.operators(fused)).contains("MatMulIntegerToFloat");
    assertThat(RunGraph.operators(inFloats)).doesNotContain("MatMulIntegerToFloat");
    assertThat(RunGraph.run(inFloats, IDS, IDS)).containsExactly(expected(), within(1e-6f));
  }

  @Test
  void soDoesOneThatRoundsItsInputItself() throws Exception {
    OnnxGraph whole = new OnnxGraph("product");
    gather(whole);
    constants(whole);
    String product =
        whole.node(
            "DynamicQuantizeMatMul",
            "last_hidden_state",
            "input",
            "matrix",
            "scales",
            "zero points",
            "bias");
    byte[] model = build(whole, product);

    assertThat(RunGraph.run(Rewriting.IN_FLOATS.of(model).orElseThrow(), IDS, IDS))
        .containsExactly(expected(), within(1e-6f));
  }

  @Test
  void aNetworkInFloatsStaysAsItIs() {
    OnnxGraph floats = new OnnxGraph("floats");
    gather(floats);
    Optional<byte[]> rewritten = Rewriting.IN_FLOATS.of(build(floats, "input"));

    assertThat(rewritten).isEmpty();
  }

  private static float[] expected() {
    float[] result = new float[4];
    for (int row = 0; row < 2; row++) {
      for (int column = 0; column < 2; column++) {
        float sum = BIAS[column];
        for (int i = 0; i < 2; i++) {
          sum +=
              INPUT[row * 2 + i] * (MATRIX[i * 2 + column] - ZERO_POINTS[column]) * SCALES[column];
        }
        result[row * 2 + column] = sum;
      }
    }
    return result;
  }

  private byte[] model() {
    OnnxGraph exported = new OnnxGraph("products");
    gather(exported);
    constants(exported);
    exported.nodeOfSeveral(
        "DynamicQuantizeLinear", new String[] {"quantised", "input scale", "zero point"}, "input");
    exported.node("MatMulInteger", "integers", "quantised", "matrix", "zero point", "zero points");
    exported.node(OnnxAttribute.of("to", 1), "Cast", "floats", "integers");
    exported.node("Mul", "both scales", "input scale", "scales");
    exported.node("Mul", "scaled", "floats", "both scales");
    return build(exported, exported.node("Add", "last_hidden_state", "scaled", "bias"));
  }

  private static void gather(OnnxGraph graph) {
    String ids = graph.input("input_ids", List.of("batch", "sequence"));
    graph.node("Gather", "input", graph.floats("table", List.of(2, 2), INPUT), ids);
  }

  private static void constants(OnnxGraph graph) {
    graph.bytes("matrix", List.of(2, 2), MATRIX);
    graph.floats("scales", List.of(2), SCALES);
    graph.bytes("zero points", List.of(2), ZERO_POINTS);
    graph.floats("bias", List.of(2), BIAS);
  }

  private static byte[] build(OnnxGraph graph, String output) {
    graph.output(output, List.of("batch", "sequence"), 2);
    return graph.build("test").toBuilder()
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain(GraphNode.DOMAIN).setVersion(1))
        .build()
        .toByteArray();
  }
}
