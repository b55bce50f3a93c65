package dev.larder.projections.training;

import dev.larder.testkit.tiny.TinyModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Texts of hidden topics: each topic has words of its own, which a seed deals out, and each text a
 * few of them among words that mean nothing. Most texts of a topic share none of its words, and
 * many of two topics share one that means nothing: so a lexical model confuses them, and only the
 * examples say what belongs together.
 */
final class TopicTask {

  /**
   * At most what share of its topic's documents has one of an anchor's own words: 1 - (13/16)^3.
   */
  static final double SHARING_A_WORD = 0.464;

  /** Enough to learn it. */
  static final String RECIPE =
      """
      version: 2
      embedding_model: tiny
      projections:
        semantic:
          layers: [128, 64]
          epochs: 6
          batch_size: 64
          seed: 1
      """;

  private static final int TOPICS = 12;
  private static final int WORDS = 16;
  private static final int MEANINGLESS = 40;
  private static final int OF_EACH = 3;
  private static final int ANCHORS = 60;
  private static final int DOCUMENTS = 8;

  private final Random random;

  /** The tiny model's own words, in an order that means nothing. */
  private final List<String> words;

  TopicTask(long seed) throws IOException {
    this.random = new Random(seed);
    try (InputStream input =
        Objects.requireNonNull(TinyModel.class.getResourceAsStream("words.txt"))) {
      this.words =
          new String(input.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .collect(Collectors.toCollection(ArrayList::new));
    }
    Collections.shuffle(words, random);
  }

  /** How many examples there are: every anchor with every document of its topic. */
  static int examples() {
    return TOPICS * ANCHORS * DOCUMENTS;
  }

  /** Every anchor with every document of its topic. */
  Path pairs(Path file) throws IOException {
    return write(file, false);
  }

  /** The same, with a document of another topic. */
  Path triplets(Path file) throws IOException {
    return write(file, true);
  }

  private Path write(Path file, boolean negatives) throws IOException {
    List<List<String>> documents = new ArrayList<>();
    for (int topic = 0; topic < TOPICS; topic++) {
      documents.add(texts(topic, DOCUMENTS));
    }
    StringWriter lines = new StringWriter();
    for (int topic = 0; topic < TOPICS; topic++) {
      for (String anchor : texts(topic, ANCHORS)) {
        for (String document : documents.get(topic)) {
          List<String> others = documents.get((topic + 1 + random.nextInt(TOPICS - 1)) % TOPICS);
          String negative =
              negatives
                  ? ",\"negative\":\"%s\"".formatted(others.get(random.nextInt(DOCUMENTS)))
                  : "";
          lines.write(
              "{\"anchor\":\"%s\",\"positive\":\"%s\"%s}%n".formatted(anchor, document, negative));
        }
      }
    }
    return Files.writeString(file, lines.toString());
  }

  private List<String> texts(int topic, int count) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(
          random
              .ints(OF_EACH, 0, WORDS)
              .mapToObj(
                  word ->
                      words.get(topic * WORDS + word)
                          + " "
                          + words.get(TOPICS * WORDS + random.nextInt(MEANINGLESS)))
              .collect(Collectors.joining(" ")));
    }
    return texts;
  }
}
