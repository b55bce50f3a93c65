package dev.larder.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import dev.larder.testkit.onnx.OnnxGraph;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowQuantisationTest {

  private static final int WIDTH = 16;

  /** The token of which all numbers are zero. */
  private static final long ZEROS = 0;

  /** The token whose numbers are a hundred times as large as those of others. */
  private static final long LARGE = 1;

  private static final long[][] ALONE = {{2, 3, 4}};
  private static final long[][] TOGETHER = {{2, 3, 4}, {LARGE, 5, ZEROS}};

  private final OnnxGraph graph = new OnnxGraph("product");
  private final Random random = new Random(1);

  @Test
  void aTokenIsRoundedTheSameBesideAnyOthers() throws Exception {
    byte[] original = model();
    byte[] rewritten = rewritten(original).orElseThrow();

    assertThat(firstText(rewritten)).isEqualTo(RunGraph.run(rewritten, ALONE, ALONE));
    assertThat(firstText(original)).isNotEqualTo(RunGraph.run(original, ALONE, ALONE));
  }

  @Test
  void itIsNearerToTheProductInFloats() throws Exception {
    byte[] original = model();
    byte[] rewritten = rewritten(original).orElseThrow();
    float[] floats =
        RunGraph.run(Rewriting.IN_FLOATS.of(original).orElseThrow(), TOGETHER, TOGETHER);

    assertThat(distance(RunGraph.run(rewritten, TOGETHER, TOGETHER), floats))
        .isLessThan(distance(RunGraph.run(original, TOGETHER, TOGETHER), floats));
  }

  @Test
  void inFloatsItIsTheSameNetwork() throws Exception {
    byte[] original = model();
    byte[] inFloats = Rewriting.IN_FLOATS.of(rewritten(original).orElseThrow()).orElseThrow();

    assertThat(RunGraph.operators(inFloats)).doesNotContain("MatMulIntegerToFloat");
    assertThat(RunGraph.run(inFloats, TOGETHER, TOGETHER))
        .containsExactly(
            RunGraph.run(Rewriting.IN_FLOATS.of(original).orElseThrow(), TOGETHER, TOGETHER),
            within(1e-4f));
  }

  @Test
  void aRowOfZerosGivesTheBias() throws Exception {
    float[] all = RunGraph.run(rewritten(model()).orElseThrow(), TOGETHER, TOGETHER);

    assertThat(Arrays.copyOfRange(all, 5 * WIDTH, 6 * WIDTH)).containsOnly(0.5f);
  }

  @Test
  void whatAnActivationGivesHasMoreLevelsAboveZero() throws Exception {
    byte[] original = activated();
    byte[] rewritten = rewritten(original).orElseThrow();
    float[] floats = RunGraph.run(Rewriting.IN_FLOATS.of(original).orElseThrow(), ALONE, ALONE);

    assertThat(distance(RunGraph.run(rewritten, ALONE, ALONE), floats)).isLessThan(0.01);
    assertThat(RunGraph.operators(rewritten)).contains("ReduceMax").doesNotContain("ReduceMin");
  }

  @Test
  void aNetworkInFloatsStays() {
    gather();

    assertThat(rewritten(build("input"))).isEmpty();
  }

  private static float[] firstText(byte[] model) throws Exception {
    return Arrays.copyOf(RunGraph.run(model, TOGETHER, TOGETHER), 3 * WIDTH);
  }

  private static double distance(float[] actual, float[] expected) {
    double squares = 0;
    double all = 0;
    for (int i = 0; i < expected.length; i++) {
      squares += Math.pow(actual[i] - expected[i], 2);
      all += Math.pow(expected[i], 2);
    }
    return Math.sqrt(squares / all);
  }

  private byte[] model() {
    gather();
    return build(product("input"));
  }

  /** As {@link #model}, behind an activation. */
  private byte[] activated() throws Exception {
    gather();
    ModelProto.Builder model = ModelProto.parseFrom(build(product("activated"))).toBuilder();
    model
        .getGraphBuilder()
        .addNode(
            1,
            NodeProto.newBuilder()
                .setOpType("Gelu")
                .setDomain(GraphNode.DOMAIN)
                .addInput("input")
                .addOutput("activated"));
    return model.build().toByteArray();
  }

  private void gather() {
    String ids = graph.input("input_ids", List.of("batch", "sequence"));
    float[] table = new float[6 * WIDTH];
    for (int i = WIDTH; i < table.length; i++) {
      table[i] = (float) random.nextGaussian() * (i < 2 * WIDTH ? 100 : 1);
    }
    graph.node("Gather", "input", graph.floats("table", List.of(6, WIDTH), table), ids);
  }

  private String product(String input) {
    byte[] matrix = new byte[WIDTH * WIDTH];
    random.nextBytes(matrix);
    float[] scales = new float[WIDTH];
    Arrays.fill(scales, 0.25f);
    float[] bias = new float[WIDTH];
    Arrays.fill(bias, 0.5f);
    return graph.node(
        "DynamicQuantizeMatMul",
        "last_hidden_state",
        input,
        graph.bytes("matrix", List.of(WIDTH, WIDTH), matrix),
        graph.floats("scales", List.of(WIDTH), scales),
        graph.bytes("zero points", List.of(WIDTH), new byte[WIDTH]),
        graph.floats("bias", List.of(WIDTH), bias));
  }

  private byte[] build(String output) {
    graph.output(output, List.of("batch", "sequence"), WIDTH);
    ModelProto.Builder model =
        graph.build("test").toBuilder()
            .addOpsetImport(
                OperatorSetIdProto.newBuilder().setDomain(GraphNode.DOMAIN).setVersion(1));
    model.getGraphBuilder().getNodeBuilderList().stream()
        .filter(node -> node.getOpType().equals("DynamicQuantizeMatMul"))
        .forEach(node -> node.setDomain(GraphNode.DOMAIN));
    return model.build().toByteArray();
  }

  private static Optional<byte[]> rewritten(byte[] model) {
    return new Rewriting(List.of(new RowQuantisation())).of(model);
  }
}
