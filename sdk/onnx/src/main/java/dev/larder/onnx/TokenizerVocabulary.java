package dev.larder.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Finds out which ids a tokenizer file has. The tokenizer has read the file by then. */
final class TokenizerVocabulary {

  private TokenizerVocabulary() {}

  static TokenIds ids(byte[] json) {
    return new TokenIds(highest(new JsonSkimmer(json)), highestAdded(new JsonSkimmer(json)));
  }

  private static long highest(JsonSkimmer file) {
    if (!file.enter("model") || !file.enter("vocab")) {
      return -1;
    }
    // Unigram models list their pieces, and the position is the id.
    return file.next() == '[' ? elements(file) - 1 : highestMember(file);
  }

  private static long elements(JsonSkimmer file) {
    long count = 0;
    file.skipSign('[');
    while (file.next() == '[') {
      file.skipValue();
      file.skipSign(',');
      count++;
    }
    return count;
  }

  private static long highestMember(JsonSkimmer file) {
    long highest = -1;
    file.skipSign('{');
    while (file.next() == '"') {
      file.skipText();
      file.skipSign(':');
      highest = Math.max(highest, file.number());
      file.skipSign(',');
    }
    return highest;
  }

  private static long highestAdded(JsonSkimmer file) {
    long highest = -1;
    if (file.enter("added_tokens")) {
      file.skipSign('[');
      while (file.next() == '{') {
        JsonSkimmer token = new JsonSkimmer(file.value().getBytes(UTF_8));
        highest = Math.max(highest, token.enter("id") ? token.number() : -1);
        file.skipSign(',');
      }
    }
    return highest;
  }
}
