package dev.larder.its.models;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * English as people write it, short enough for everybody to read it whole. The engine tries its
 * graphs with other texts.
 */
record EnglishTexts(List<String> all) {

  static EnglishTexts read() {
    try (InputStream texts =
        Objects.requireNonNull(EnglishTexts.class.getResourceAsStream("english.txt"))) {
      return new EnglishTexts(new String(texts.readAllBytes(), UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Their words, each once. */
  List<String> words() {
    return all.stream()
        .flatMap(text -> Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z]+")))
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }
}
