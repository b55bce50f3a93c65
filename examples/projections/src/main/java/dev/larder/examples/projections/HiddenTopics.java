package dev.larder.examples.projections;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A task with a known answer: each topic has its own words, and each text two of them among others
 * that say nothing. Two texts of a topic mostly share no telling word, so that a model that sees
 * words alone does not see that they belong together.
 */
final class HiddenTopics {

  /** A text, and what it is about. */
  record Text(int topic, String words) {}

  private static final List<String> TOPICS =
      List.of(
          "rain snow wind storm cloud sun frost thunder fog hail heat drizzle",
          "bread soup oven butter flour pan salt knife dough sugar kettle plate",
          "violin drum choir melody piano rhythm concert singer flute opera chord band",
          "tulip soil spade hedge seed lawn rose weed compost bulb orchard fence",
          "boat anchor sail harbour tide captain mast wave shore deck rope lighthouse",
          "loan bank tax price wage profit invoice debt market budget coin share",
          "knee lung fever doctor bone pulse nurse muscle cough skin heart wound",
          "train ticket station luggage map hotel border bridge airport guide road passport");

  private static final List<String> COMMON =
      List.of(
          "today", "near", "always", "very", "old", "new", "great", "little", "here", "again",
          "often", "other");

  private static final int TELLING = 2;
  private static final int SAYING_NOTHING = 3;

  private final Random random;

  HiddenTopics(long seed) {
    this.random = new Random(seed);
  }

  /** Texts of every topic. */
  List<Text> texts(int ofEach) {
    List<Text> texts = new ArrayList<>();
    for (int topic = 0; topic < TOPICS.size(); topic++) {
      List<String> words = List.of(TOPICS.get(topic).split(" ", -1));
      for (int i = 0; i < ofEach; i++) {
        texts.add(new Text(topic, some(words, TELLING) + " " + some(COMMON, SAYING_NOTHING)));
      }
    }
    return texts;
  }

  private String some(List<String> all, int count) {
    return random
        .ints(0, all.size())
        .distinct()
        .limit(count)
        .mapToObj(all::get)
        .collect(Collectors.joining(" "));
  }

  /** Writes down which texts belong together: every anchor with every document of its topic. */
  static Path writeExamples(Path file, List<Text> anchors, List<Text> documents)
      throws IOException {
    List<String> lines =
        anchors.stream()
            .flatMap(
                anchor ->
                    documents.stream()
                        .filter(document -> document.topic() == anchor.topic())
                        .map(
                            document ->
                                "{\"anchor\":\"%s\",\"positive\":\"%s\"}"
                                    .formatted(anchor.words(), document.words())))
            .toList();
    return Files.write(file, lines);
  }
}
