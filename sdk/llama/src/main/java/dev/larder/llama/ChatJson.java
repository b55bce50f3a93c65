package dev.larder.llama;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.larder.api.ChatMessage;
import dev.larder.api.ChatMessage.Speaker;
import dev.larder.core.format.SyntaxFault;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON that goes to a worker: where it is wrong, native code ends its process. */
final class ChatJson {

  private static final JsonFactory JSON = new JsonFactory();

  private static final JsonFactory STRICT =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private ChatJson() {}

  /**
   * A conversation as chat templates take it. Many of them fail unless the person and the model
   * take turns.
   *
   * @throws IllegalArgumentException if they do not
   */
  static String messages(List<ChatMessage> messages) {
    requireTurns(messages);
    StringWriter text = new StringWriter();
    // Into characters: on its way to bytes Jackson spells emoji as two escapes.
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartArray();
      for (ChatMessage message : messages) {
        json.writeStartObject();
        json.writeStringField("role", message.speaker().name().toLowerCase(Locale.ROOT));
        // Native code takes NUL for the end of a text.
        json.writeStringField("content", message.text().replace("\0", ""));
        json.writeEndObject();
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes all", e);
    }
    return text.toString();
  }

  private static void requireTurns(List<ChatMessage> messages) {
    boolean hasSystem = messages.get(0).speaker() == Speaker.SYSTEM;
    List<ChatMessage> turns = messages.subList(hasSystem ? 1 : 0, messages.size());
    for (int i = 0; i < turns.size(); i++) {
      if (turns.get(i).speaker() != (i % 2 == 0 ? Speaker.USER : Speaker.ASSISTANT)) {
        throw new IllegalArgumentException(
            "Message %d is from the wrong speaker: after at most one of the system, user and assistant take turns"
                .formatted(i + (hasSystem ? 1 : 0)));
      }
    }
    if (turns.size() % 2 == 0) {
      throw new IllegalArgumentException("The last message is not the user's");
    }
  }

  /**
   * A schema, if it is JSON, and llama.cpp keeps to it.
   *
   * @throws IllegalArgumentException if it is or does not
   */
  static String schema(String schema) {
    try (JsonParser json = STRICT.createParser(schema)) {
      JsonToken first = json.nextToken();
      if (first == null) {
        throw new IllegalArgumentException("The schema is empty");
      }
      Object tree = value(json, first);
      if (json.nextToken() != null) {
        throw new IllegalArgumentException("Something follows the schema's end");
      }
      SchemaCheck.require(tree);
      return schema;
    } catch (JacksonException e) {
      throw new IllegalArgumentException("The schema is " + SyntaxFault.of("JSON", e).text(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Object value(JsonParser json, JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> {
        Map<String, @Nullable Object> table = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
          String name = json.currentName();
          table.put(name, value(json, json.nextToken()));
        }
        yield table;
      }
      case START_ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>();
        for (JsonToken next = json.nextToken();
            next != JsonToken.END_ARRAY;
            next = json.nextToken()) {
          list.add(value(json, next));
        }
        yield list;
      }
      case VALUE_STRING -> json.getText();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDecimalValue();
      default -> null;
    };
  }
}
