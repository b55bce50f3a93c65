package dev.larder.projections.training;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Texts of hidden topics: each topic has words of its own, and each text a few of them among words
 * that mean nothing. Two texts of a topic mostly share no word, so that a lexical model does not
 * see that they belong together.
 */
final class TopicTask {

  private static final int TOPICS = 12;
  private static final int WORDS = 16;
  private static final int ANCHORS = 30;
  private static final int DOCUMENTS = 8;

  private final Random random = new Random(11);

  private TopicTask() {}

  /** Every anchor with every document of its topic. */
  static Path pairs(Path file) throws IOException {
    return new TopicTask().write(file, false);
  }

  /** The same, with a document of another topic. */
  static Path triplets(Path file) throws IOException {
    return new TopicTask().write(file, true);
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
              .ints(3, 0, WORDS)
              .mapToObj(word -> "topic%dword%d noise%d".formatted(topic, word, random.nextInt(40)))
              .collect(Collectors.joining(" ")));
    }
    return texts;
  }
}
