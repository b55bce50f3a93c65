package dev.larder.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttentionFusionTest {

  private static final Rewriting ATTENTION = new Rewriting(List.of(new AttentionFusion()));

  private static final long[][] IDS = {{3, 1, 4, 1, 5}, {9, 2, 6, 0, 0}};
  private static final long[][] PADDED = {{1, 1, 1, 1, 1}, {1, 1, 1, 0, 0}};
  private static final long[][] WHOLE = {{1, 1, 1, 1, 1}, {1, 1, 1, 1, 1}};

  @Test
  void theWholePatternBecomesOneOperation() throws Exception {
    assertThat(RunGraph.operators(rewritten(new AttentionGraph()).orElseThrow()))
        .containsExactly("Cast", "ReduceMin", "Cast", "Gather", "MatMul", "MatMul", "MatMul", "If");
  }

  @Test
  void whatPyTorchScalesFirstBecomesTheSame() throws Exception {
    assertThat(RunGraph.operators(rewritten(new AttentionGraph().scaledDotProduct()).orElseThrow()))
        .containsExactly("Cast", "ReduceMin", "Cast", "Gather", "MatMul", "MatMul", "MatMul", "If");
    assertSameVectors(
        new AttentionGraph().scaledDotProduct(), new AttentionGraph().scaledDotProduct());
  }

  @Test
  void vectorsStayTheSameWithPaddingAndWithout() throws Exception {
    assertSameVectors(new AttentionGraph(), new AttentionGraph());
  }

  @Test
  void anotherScaleIsKept() throws Exception {
    assertSameVectors(new AttentionGraph().scale(0.125), new AttentionGraph().scale(0.125));
  }

  @Test
  void softmaxMayCountItsAxisFromTheOtherEnd() throws Exception {
    assertSameVectors(new AttentionGraph().softmaxAxis(3), new AttentionGraph().softmaxAxis(3));
  }

  @Test
  void theNumberOfHeadsMayFollowFromTheirLength() throws Exception {
    assertSameVectors(new AttentionGraph(), new AttentionGraph().split(0, 0, -1, 4));
  }

  @Test
  void whereNothingIsPaddedNothingAsksForAMask() throws Exception {
    byte[] asking = rewritten(new AttentionGraph()).orElseThrow();
    byte[] rewritten = new Rewriting(List.of(new MaskRemoval())).of(asking).orElseThrow();

    assertThat(RunGraph.operators(rewritten))
        .containsExactly("Gather", "MatMul", "MatMul", "MatMul", "MultiHeadAttention");
    assertThat(RunGraph.run(rewritten, IDS, WHOLE)).isEqualTo(RunGraph.run(asking, IDS, WHOLE));
  }

  @Test
  void whatDiffersALittleStays() {
    assertThat(rewritten(new AttentionGraph().split(0, -1, 3, 4))).isPresent();
    assertThat(rewritten(new AttentionGraph().split(-1, 2, 3, 4))).isEmpty();
    assertThat(rewritten(new AttentionGraph().keyOrder(0, 2, 1, 3))).isEmpty();
    assertThat(rewritten(new AttentionGraph().softmaxAxis(2))).isEmpty();
    assertThat(rewritten(new AttentionGraph().sharesUsedTwice())).isEmpty();
    assertThat(rewritten(new AttentionGraph().onlyQueriesScaled())).isEmpty();
  }

  @Test
  void aMaskOfAnotherKindStays() {
    assertThat(rewritten(new AttentionGraph().maskedByOrder())).isEmpty();
  }

  private static Optional<byte[]> rewritten(AttentionGraph graph) {
    return ATTENTION.of(graph.model().toByteArray());
  }

  private static void assertSameVectors(AttentionGraph graph, AttentionGraph same)
      throws Exception {
    byte[] original = graph.model().toByteArray();
    byte[] rewritten = rewritten(same).orElseThrow();
    float[] padded = RunGraph.run(original, IDS, PADDED);
    int tokens = 8; // those behind them are padding

    assertThat(Arrays.copyOf(RunGraph.run(rewritten, IDS, PADDED), tokens * AttentionGraph.WIDTH))
        .containsExactly(Arrays.copyOf(padded, tokens * AttentionGraph.WIDTH), within(1e-5f));
    assertThat(RunGraph.run(rewritten, IDS, WHOLE))
        .containsExactly(RunGraph.run(original, IDS, WHOLE), within(1e-5f));
  }
}
