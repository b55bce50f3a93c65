package dev.larder.maven.description;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.larder.core.gguf.GgufHeader;
import dev.larder.core.gguf.GgufPooling;
import dev.larder.core.gguf.GgufTensors;
import java.io.IOException;
import java.util.OptionalInt;

/** A GGUF header for scripts. */
record HeaderJson(JsonGenerator json) {

  void write(GgufHeader header) throws IOException {
    json.writeStartObject();
    json.writeNumberField("version", header.version());
    json.writeStringField("architecture", header.architecture());
    writeNumber("dimensions", header.dimensions());
    writeNumber("contextLength", header.contextLength());
    json.writeStringField("pooling", header.pooling().map(GgufPooling::word).orElse(null));
    json.writeArrayFieldStart("tensors");
    for (GgufTensors tensors : header.tensors()) {
      json.writeStartObject();
      json.writeStringField("type", tensors.type().name());
      json.writeNumberField("count", tensors.count());
      json.writeNumberField("weights", tensors.weights());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("tokenizer", header.tokenizer().orElse(null));
    json.writeBooleanField("chatTemplate", header.chatTemplate().isPresent());
    json.writeStringField("licence", header.licence().orElse(null));
    json.writeEndObject();
  }

  private void writeNumber(String name, OptionalInt number) throws IOException {
    json.writeFieldName(name);
    json.writeObject(number.isPresent() ? number.getAsInt() : null);
  }
}
