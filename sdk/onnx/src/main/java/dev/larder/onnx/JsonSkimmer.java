package dev.larder.onnx;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Goes through a file of which it is known that it is JSON, and reads next to nothing: parsing a
 * tokenizer's file would be the longest part of a start.
 */
final class JsonSkimmer {

  private final byte[] json;
  private int at;

  JsonSkimmer(byte[] json) {
    this.json = json;
  }

  /** Goes to a member of the object at hand; false if it has none of that name, or is none. */
  boolean enter(String name) {
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

  /** The value at hand, as it is written; goes past it. */
  String value() {
    next();
    int start = at;
    skipValue();
    return new String(json, start, at - start, UTF_8);
  }

  /** The number at hand, without sign or fraction; goes past it. */
  long number() {
    long number = 0;
    for (int digit = next() - '0'; digit >= 0 && digit <= 9; digit = next() - '0') {
      number = number * 10 + digit;
      at++;
    }
    return number;
  }

  void skipValue() {
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

  void skipText() {
    at++;
    while (at < json.length && json[at] != '"') {
      at += json[at] == '\\' ? 2 : 1;
    }
    at++;
  }

  void skipSign(char sign) {
    if (next() == sign) {
      at++;
    }
  }

  /** What is next after white space; 0 at the end. */
  byte next() {
    while (at < json.length && json[at] <= ' ' && json[at] >= 0) {
      at++;
    }
    return at < json.length ? json[at] : 0;
  }
}
