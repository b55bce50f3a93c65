package dev.larder.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchPolicyTest {

  @Test
  void runsBeginWithTheLongestAndStayWithinTheBudget() {
    List<int[]> runs = new BatchPolicy(100, 16).runs(texts(10, 60, 30, 30, 5, 200, 30));

    assertThat(runs).containsExactly(run(5), run(1), run(2, 3, 6), run(0, 4));
  }

  @Test
  void aRunHasNoMoreTextsThanAllowed() {
    assertThat(new BatchPolicy(1000, 3).runs(texts(2, 2, 2, 2)))
        .containsExactly(run(0, 1, 2), run(3));
  }

  @Test
  void textsOfQuantisedModelsAreRunAlone() {
    assertThat(BatchPolicy.ALONE.runs(texts(2, 2))).containsExactly(run(0), run(1));
  }

  @Test
  void whatWaitsJoinsTextsOfSimilarLengthWithinTheLimits() {
    BatchPolicy policy = new BatchPolicy(100, 3);

    assertThat(policy.allowsTogether(texts(20, 20), texts(10))).isTrue();
    assertThat(policy.allowsTogether(texts(20), texts(9))).isFalse();
    assertThat(policy.allowsTogether(texts(60), texts(60))).isFalse();
    assertThat(policy.allowsTogether(texts(5, 5), texts(5, 5))).isFalse();
    assertThat(BatchPolicy.ALONE.allowsTogether(texts(5), texts(5))).isFalse();
  }

  @Test
  void withoutPaddingOnlyShortTextsOfTheSameLengthAreRunTogether() {
    BatchPolicy policy = new BatchPolicy(40, 3, 20, BatchPolicy.Padding.NONE);

    assertThat(policy.runs(texts(10, 20, 9, 10, 21, 20, 21, 20, 9, 9, 9)))
        .containsExactly(run(4), run(6), run(1, 5), run(7), run(0, 3), run(2, 8, 9), run(10));
    assertThat(policy.allowsTogether(texts(10), texts(10, 10))).isTrue();
    assertThat(policy.allowsTogether(texts(10), texts(9))).isFalse();
    assertThat(policy.allowsTogether(texts(21), texts(21))).isFalse();
  }

  @Test
  void aTextWithoutATokenIsNotRun() {
    assertThat(BatchPolicy.TOGETHER.runs(texts(0, 3, 0))).containsExactly(run(1));
    assertThat(BatchPolicy.TOGETHER.runs(List.of())).isEmpty();
  }

  private static List<Tokens> texts(int... lengths) {
    return IntStream.of(lengths)
        .mapToObj(length -> new Tokens(new long[length], new long[length], 0))
        .toList();
  }

  private static int[] run(int... texts) {
    return texts;
  }
}
