package dev.larder.api;

/** What an answer may look like. */
public sealed interface AnswerFormat {

  /** Any text. */
  record Text() implements AnswerFormat {}

  /**
   * A JSON value.
   *
   * @param schema a JSON Schema that the value fits
   */
  record Json(String schema) implements AnswerFormat {}

  /**
   * What a grammar allows.
   *
   * @param rules in llama.cpp's notation, GBNF; the rule {@code root} is the answer
   */
  record Grammar(String rules) implements AnswerFormat {}
}
