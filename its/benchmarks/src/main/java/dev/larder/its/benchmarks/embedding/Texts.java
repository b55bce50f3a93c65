package dev.larder.its.benchmarks.embedding;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Texts of common words, of which every one is one token. The same in every process. */
final class Texts {

  /** In tokens. Neither library cuts anything below it. */
  static final int LONGEST = 512;

  /** The tokens around every text. */
  private static final int SPECIAL = 2;

  private final List<String> words;
  private final Random random = new Random(20261120);

  Texts() {
    try (InputStream in = Texts.class.getResourceAsStream("/dev/larder/testkit/tiny/words.txt")) {
      if (in == null) {
        throw new IllegalStateException("the test kit has no list of words");
      }
      words = new String(in.readAllBytes(), UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What an application meets: queries, sentences and a few passages, in no order. */
  List<String> mix() {
    List<String> texts = new ArrayList<>();
    texts.addAll(some(50, 5, 12));
    texts.addAll(some(30, 20, 40));
    texts.addAll(some(20, 200, 500));
    Collections.shuffle(texts, random);
    return texts;
  }

  /** Queries and sentences. */
  List<String> shortOnes() {
    List<String> texts = new ArrayList<>();
    texts.addAll(some(150, 5, 12));
    texts.addAll(some(150, 20, 40));
    Collections.shuffle(texts, random);
    return texts;
  }

  /** Different texts of so many tokens each, between the bounds. */
  List<String> some(int count, int fewest, int most) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(ofTokens(fewest + random.nextInt(most - fewest + 1)));
    }
    return texts;
  }

  private String ofTokens(int tokens) {
    return random
        .ints(tokens - SPECIAL, 0, words.size())
        .mapToObj(words::get)
        .collect(Collectors.joining(" "));
  }

  /** How many tokens a text has. */
  static int tokens(String text) {
    return text.split(" ").length + SPECIAL;
  }
}
