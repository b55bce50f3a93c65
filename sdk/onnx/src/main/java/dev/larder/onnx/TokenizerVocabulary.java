package dev.larder.onnx;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;

/** Reads how many tokens a tokenizer file knows. */
final class TokenizerVocabulary {

  /** The names are the tokens, all different: there is nothing to gain by pooling them. */
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES).build();

  private TokenizerVocabulary() {}

  /**
   * The highest id of the vocabulary, or -1 where the file has none. Added tokens do not count:
   * some models have placeholders among them, for images for instance, that their network does not
   * know.
   */
  static long highestId(Path file) throws IOException {
    try (JsonParser json = JSON.createParser(file.toFile())) {
      if (json.nextToken() != JsonToken.START_OBJECT || !enter(json, "model")) {
        return -1;
      }
      if (json.currentToken() != JsonToken.START_OBJECT || !enter(json, "vocab")) {
        return -1;
      }
      return json.currentToken() == JsonToken.START_ARRAY ? elements(json) - 1 : highest(json);
    }
  }

  /** Goes to a member of the object at hand. */
  private static boolean enter(JsonParser json, String name) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean found = json.currentName().equals(name);
      json.nextToken();
      if (found) {
        return true;
      }
      json.skipChildren();
    }
    return false;
  }

  /** Unigram models list their pieces, and the position is the id. */
  private static long elements(JsonParser json) throws IOException {
    long count = 0;
    while (json.nextToken() == JsonToken.START_ARRAY) {
      json.skipChildren();
      count++;
    }
    return count;
  }

  private static long highest(JsonParser json) throws IOException {
    long highest = -1;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      highest = Math.max(highest, json.nextLongValue(-1));
    }
    return highest;
  }
}
