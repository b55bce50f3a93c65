package dev.larder.onnx;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/**
 * Finds out how many tokens a tokenizer file knows. The tokenizer has read the file by then, so it
 * is JSON: it is only skimmed, since parsing it would be the longest part of a start.
 */
final class TokenizerVocabulary {

  private final byte[] json;
  private int at;

  private TokenizerVocabulary(byte[] json) {
    this.json = json;
  }

  static TokenIds ids(byte[] json) {
    return new TokenIds(highestId(json), highestAdded(json));
  }

  private static long highestId(byte[] json) {
    TokenizerVocabulary file = new TokenizerVocabulary(json);
    if (!file.enter("model") || !file.enter("vocab")) {
      return -1;
    }
    // Unigram models list their pieces, and the position is the id.
    return file.next() == '[' ? file.elements() - 1 : file.highest();
  }

  private static long highestAdded(byte[] json) {
    TokenizerVocabulary file = new TokenizerVocabulary(json);
    long highest = -1;
    if (file.enter("added_tokens")) {
      file.skipSign('[');
      while (file.next() == '{') {
        int start = file.at;
        highest = Math.max(highest, file.enter("id") ? file.number() : -1);
        file.at = start;
        file.skipValue();
        file.skipSign(',');
      }
    }
    return highest;
  }

  /** Goes to a member of the object at hand; false if it has none of that name, or is none. */
  private boolean enter(String name) {
    byte[] wanted = ('"' + name + '"').getBytes(US_ASCII);
    if (next() != '{') {
      return false;
    }
    at++;
    while (next() == '"') {
      int start = at;
      skipText();
      boolean found = Arrays.equals(json, start, at, wanted, 0, wanted.length);
      skipSign(':');
      if (found) {
        return true;
      }
      skipValue();
      skipSign(',');
    }
    return false;
  }

  private long elements() {
    long count = 0;
    at++;
    while (next() == '[') {
      skipValue();
      skipSign(',');
      count++;
    }
    return count;
  }

  private long highest() {
    long highest = -1;
    skipSign('{');
    while (next() == '"') {
      skipText();
      skipSign(':');
      highest = Math.max(highest, number());
      skipSign(',');
    }
    return highest;
  }

  private long number() {
    long number = 0;
    for (int digit = next() - '0'; digit >= 0 && digit <= 9; digit = next() - '0') {
      number = number * 10 + digit;
      at++;
    }
    return number;
  }

  private void skipValue() {
    int depth = 0;
    do {
      switch (next()) {
        case '"' -> skipText();
        case '{', '[' -> {
          depth++;
          at++;
        }
        case '}', ']' -> {
          depth--;
          at++;
        }
        case ',', ':' -> at++;
        default -> skipWord();
      }
    } while (depth > 0 && at < json.length);
  }

  /** A number, or what stands for true, false or nothing. */
  private void skipWord() {
    while (at < json.length && ",:]} \n\r\t".indexOf(json[at]) < 0) {
      at++;
    }
  }

  private void skipText() {
    at++;
    while (at < json.length && json[at] != '"') {
      at += json[at] == '\\' ? 2 : 1;
    }
    at++;
  }

  private void skipSign(char sign) {
    if (next() == sign) {
      at++;
    }
  }

  /** What is next after white space; 0 at the end. */
  private byte next() {
    while (at < json.length && json[at] <= ' ' && json[at] >= 0) {
      at++;
    }
    return at < json.length ? json[at] : 0;
  }
}
