package dev.larder.core.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import dev.larder.core.format.SyntaxFault.Found;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes values of tokens: maps, lists, strings, longs, booleans and times. What none of this
 * project's formats holds becomes an {@link Unfit}, so that its place can be told later.
 */
final class Tree {

  /** A value that is never right: null, a fraction, a number beyond 64 bits. */
  record Unfit() {}

  private Tree() {}

  static Map<String, Object> read(JsonParser tokens) throws IOException {
    JsonToken first = tokens.nextToken();
    if (first == null) {
      throw new Found("it is empty", tokens.currentLocation());
    }
    if (first != JsonToken.START_OBJECT) {
      throw new Found("it does not begin with a table of fields", tokens.currentLocation());
    }
    Map<String, Object> root = table(tokens);
    if (tokens.nextToken() != null) {
      throw new Found("something follows its end", tokens.currentLocation());
    }
    return root;
  }

  private static Object value(JsonParser tokens, JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> table(tokens);
      case START_ARRAY -> list(tokens);
      case VALUE_STRING -> tokens.getText();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT ->
          tokens.getNumberType() == NumberType.BIG_INTEGER ? new Unfit() : tokens.getLongValue();
      case VALUE_EMBEDDED_OBJECT -> tokens.getEmbeddedObject();
      default -> new Unfit();
    };
  }

  private static Map<String, Object> table(JsonParser tokens) throws IOException {
    Map<String, Object> table = new LinkedHashMap<>();
    while (tokens.nextToken() != JsonToken.END_OBJECT) {
      String name = tokens.currentName();
      if (table.put(name, value(tokens, tokens.nextToken())) != null) {
        throw new Found("\"%s\" is there twice".formatted(name), tokens.currentLocation());
      }
    }
    return table;
  }

  private static List<Object> list(JsonParser tokens) throws IOException {
    List<Object> list = new ArrayList<>();
    for (JsonToken token = tokens.nextToken();
        token != JsonToken.END_ARRAY;
        token = tokens.nextToken()) {
      list.add(value(tokens, token));
    }
    return list;
  }
}
