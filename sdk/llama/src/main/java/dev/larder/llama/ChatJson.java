package dev.larder.llama;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.larder.api.ChatMessage;
import dev.larder.api.ChatMessage.Speaker;
import dev.larder.core.format.SyntaxFault;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** JSON that goes to a worker: where it is wrong, native code ends its process. */
final class ChatJson {

  private static final JsonFactory JSON = new JsonFactory();

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
   * A schema, if it is JSON.
   *
   * @throws IllegalArgumentException if it is not
   */
  static String schema(String schema) {
    try (JsonParser json = JSON.createParser(schema)) {
      if (json.nextToken() == null) {
        throw new IllegalArgumentException("The schema is empty");
      }
      json.skipChildren();
      if (json.nextToken() != null) {
        throw new IllegalArgumentException("Something follows the schema's end");
      }
      return schema;
    } catch (JacksonException e) {
      throw new IllegalArgumentException("The schema is " + SyntaxFault.of("JSON", e).text(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
