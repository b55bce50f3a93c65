package dev.larder.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Sentences, questions and fragments as people write them. What a network does with invented tokens
 * says little: what real texts bring about in it is unevenly distributed, and that is what rounding
 * to 8 bits suffers from.
 */
final class TrialTexts {

  /** Enough for any sentence here, and short enough for every model. */
  private static final int MOST_TOKENS = 32;

  private TrialTexts() {}

  /** As a model reads them, without its prefix. */
  static List<Tokens> tokenized(TextTokenizer tokenizer, int maxTokens) {
    return lines().stream()
        .flatMap(line -> encoded(tokenizer, line))
        .map(text -> text.cutTo(Math.min(text.length(), Math.min(MOST_TOKENS, maxTokens))))
        .filter(text -> text.length() > 0)
        .toList();
  }

  private static Stream<Tokens> encoded(TextTokenizer tokenizer, String line) {
    try {
      return Stream.of(tokenizer.tokenize(line));
    } catch (EncodingFault e) {
      // A tokenizer for something else than English.
      return Stream.empty();
    }
  }

  private static List<String> lines() {
    try (InputStream texts =
        Objects.requireNonNull(TrialTexts.class.getResourceAsStream("trial-texts.txt"))) {
      return new String(texts.readAllBytes(), UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
