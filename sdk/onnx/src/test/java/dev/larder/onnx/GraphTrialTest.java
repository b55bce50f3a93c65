package dev.larder.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.larder.core.engine.InstalledModel;
import dev.larder.testkit.tiny.BertModel;
import dev.larder.testkit.tiny.BertShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphTrialTest {

  private static final Fusion NOTHING = graph -> {};

  /** Off by a thousandth at most. */
  private static final Fusion FAST_GELU =
      graph ->
          Stream.of("Gelu", "BiasGelu")
              .flatMap(operator -> graph.nodes(operator).stream())
              .forEach(
                  node ->
                      graph.replace(
                          node, GraphNode.ofRuntime("FastGelu", node.inputs(), node.output())));

  /** As if there never were any padding. */
  private static final Fusion NO_MASK =
      graph ->
          graph
              .nodes("ReduceMin")
              .forEach(
                  node ->
                      graph.replace(
                          node,
                          GraphNode.of("ReduceMax", node.inputs(), node.output())
                              .with(GraphAttribute.of("keepdims", 0L))));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"fp32", "int8"})
  void whatIsFusedRightPasses(String quantisation) throws Exception {
    assertThat(passes(quantisation, NOTHING)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fp32", "int8"})
  void anotherFunctionFailsThoughItIsNearlyTheSame(String quantisation) throws Exception {
    assertThat(passes(quantisation, FAST_GELU)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fp32", "int8"})
  void anAttentionThatDoesNotLookAtThePaddingFails(String quantisation) throws Exception {
    assertThat(passes(quantisation, NO_MASK)).isFalse();
  }

  @Test
  void aBiasThatIsLostFails() throws Exception {
    assertThat(passes("int8", withoutInput("DynamicQuantizeMatMul", 4))).isFalse();
  }

  /** In floats that network is still right. */
  @Test
  void inputsThatAreRoundedWronglyFail() throws Exception {
    assertThat(passes("int8", withoutInput("MatMulIntegerToFloat", 4))).isFalse();
  }

  @Test
  void whatRoundsEachTokenByItselfPassesByRows() throws Exception {
    assertThat(passesByRows(new RowQuantisation())).isTrue();
  }

  /** A scale for all texts that are run together makes each of them depend on the others. */
  @Test
  void whatRoundsAllTextsByOneScaleDoesNotPassByRows() throws Exception {
    assertThat(passesByRows(NOTHING)).isFalse();
  }

  @Test
  void aFunctionThatIsNearlyTheSameDoesNotPassByRows() throws Exception {
    assertThat(
            passesByRows(
                graph -> {
                  new RowQuantisation().apply(graph);
                  FAST_GELU.apply(graph);
                }))
        .isFalse();
  }

  @Test
  void nothingIsLeftBehind() throws Exception {
    passes("int8", NOTHING);

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              BertModel.ONNX, BertModel.TOKENIZER, "fused.onnx", "graph.onnx", "weights.bin");
    }
  }

  /** Fuses a network, does something more to it, and tries it. */
  private boolean passes(String quantisation, Fusion further) throws IOException, OrtException {
    return passes(quantisation, further, GraphTrial::passes);
  }

  private boolean passesByRows(Fusion further) throws IOException, OrtException {
    return passes("int8", further, GraphTrial::passesByRows);
  }

  private interface Trial {
    boolean passes(GraphTrial trial, Path file, OrtSession session)
        throws IOException, OrtException;
  }

  private boolean passes(String quantisation, Fusion further, Trial how)
      throws IOException, OrtException {
    InstalledModel model = model(quantisation).installed();
    Path exported = folder.resolve(BertModel.ONNX);
    SessionMaker sessions = SessionMaker.of(Processors.of(2), ExecutionProvider.CPU);
    Path graph = folder.resolve("graph.onnx");
    sessions.make(exported, options -> PreparedGraph.save(options, graph, "weights.bin")).close();
    byte[] fused = Rewriting.WHOLE.of(Files.readAllBytes(graph)).orElseThrow();
    Path file = folder.resolve("fused.onnx");
    Files.write(file, new Rewriting(List.of(further)).of(fused).orElse(fused));
    try (TextTokenizer tokenizer = TextTokenizer.open(model);
        OrtSession session = sessions.makeOptimised(file);
        GraphTrial trial =
            new GraphTrial(
                exported,
                sessions,
                tried ->
                    Network.of(model, sessions.environment(), tried, ModelOutput.TOKEN_VECTORS),
                () -> TrialTexts.tokenized(tokenizer, 256),
                folder.resolve("trial"))) {
      return how.passes(trial, file, session);
    }
  }

  private static Fusion withoutInput(String operator, int index) {
    return graph -> {
      for (GraphNode node : graph.nodes(operator)) {
        List<String> inputs = new ArrayList<>(node.inputs());
        inputs.set(index, "");
        graph.replace(node, GraphNode.ofRuntime(operator, inputs, node.output()));
      }
    };
  }

  private TestModel model(String quantisation) throws IOException {
    TestModel model = TestModel.tiny(folder).quantisation(quantisation);
    if (quantisation.equals("int8")) {
      BertModel.of(BertShape.tiny()).writeQuantisedTo(folder);
    } else {
      BertModel.of(BertShape.tiny()).writeTo(folder);
    }
    Files.deleteIfExists(folder.resolve(BertModel.GGUF));
    return model;
  }
}
