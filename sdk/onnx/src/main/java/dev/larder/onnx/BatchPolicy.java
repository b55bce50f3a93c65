package dev.larder.onnx;

import dev.larder.core.catalog.Variant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which texts are run together.
 *
 * @param maxPaddedTokens how many tokens one run may have, padding included
 * @param maxTexts how many texts one run may have
 * @param maxLength how many tokens a text may have; a longer one is run alone
 * @param padding whether texts of different lengths are run together
 */
record BatchPolicy(int maxPaddedTokens, int maxTexts, int maxLength, Padding padding) {

  /** What fills up the shorter texts of a run. */
  enum Padding {
    ALLOWED,
    NONE
  }

  /** From probes with MiniLM-shaped models on two cores: larger runs are no faster. */
  static final BatchPolicy TOGETHER = new BatchPolicy(512, 16);

  /**
   * Short texts of the same length. From probes with MiniLM in 8 bits on two cores: from 200 tokens
   * on a run is no faster.
   */
  static final BatchPolicy SHORT_TOGETHER =
      new BatchPolicy(256, 32, SessionsByLength.SHORT, Padding.NONE);

  static final BatchPolicy ALONE = new BatchPolicy(1, 1);

  private static final Pattern SINGLE_PRECISION =
      Pattern.compile("\\b(fp|f)32\\b", Pattern.CASE_INSENSITIVE);

  /** With padding, and texts of any length that is within the limit. */
  BatchPolicy(int maxPaddedTokens, int maxTexts) {
    this(maxPaddedTokens, maxTexts, maxPaddedTokens, Padding.ALLOWED);
  }

  /**
   * The policy under which a text's vector does not depend on its neighbours. Dynamic quantisation
   * takes its scale over a whole run, padding included, and with 16 bits what is rounded
   * differently shows; so only models of 32-bit numbers run any texts together, and only if their
   * network is told what is padding. Others do that with short texts of the same length, if their
   * network has a form in which each token has a scale of its own.
   */
  static BatchPolicy of(Variant variant, Network network) {
    if (network.hasFormForShortTexts()) {
      return SHORT_TOGETHER;
    }
    return network.seesPadding() && isSinglePrecision(variant) ? TOGETHER : ALONE;
  }

  /** Whether a model calculates with 32-bit numbers all the way. */
  private static boolean isSinglePrecision(Variant variant) {
    return SINGLE_PRECISION.matcher(variant.quantisation()).find();
  }

  /**
   * Whether texts that wait for their turn may join others: within the limits, and where less than
   * half of any row would be padding, or nothing if there must be none.
   */
  boolean allowsTogether(List<Tokens> texts, List<Tokens> others) {
    IntSummaryStatistics lengths =
        Stream.concat(texts.stream(), others.stream()).mapToInt(Tokens::length).summaryStatistics();
    return lengths.getCount() <= maxTexts
        && lengths.getCount() * lengths.getMax() <= maxPaddedTokens
        && lengths.getMax() <= maxLength
        && (padding == Padding.ALLOWED
            ? lengths.getMin() * 2 >= lengths.getMax()
            : lengths.getMin() == lengths.getMax());
  }

  /**
   * Sorts texts into runs, longest first, so that neighbours are of similar length and little is
   * padded. Texts without a token are left out.
   *
   * @return indexes into {@code texts}
   */
  List<int[]> runs(List<Tokens> texts) {
    int[] sorted =
        IntStream.range(0, texts.size())
            .filter(i -> texts.get(i).length() > 0)
            .boxed()
            .sorted(Comparator.comparingInt((Integer i) -> -texts.get(i).length()))
            .mapToInt(Integer::intValue)
            .toArray();
    List<int[]> runs = new ArrayList<>();
    for (int from = 0; from < sorted.length; ) {
      int width = texts.get(sorted[from]).length();
      int last = Math.min(sorted.length, from + mostTexts(width));
      int to = from + 1;
      while (to < last && (padding == Padding.ALLOWED || texts.get(sorted[to]).length() == width)) {
        to++;
      }
      runs.add(Arrays.copyOfRange(sorted, from, to));
      from = to;
    }
    return runs;
  }

  private int mostTexts(int width) {
    return width > maxLength ? 1 : Math.min(maxTexts, Math.max(1, maxPaddedTokens / width));
  }
}
