package dev.larder.projections.safetensors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What stands before the numbers.
 *
 * @param metadata whatever the writer wants to say
 * @param places where each tensor is
 */
record Header(Map<String, String> metadata, SortedMap<String, Place> places) {

  private static final String METADATA = "__metadata__";

  /** Numbers begin at a multiple of this, so that a mapped file can be used as it is. */
  private static final int ALIGNMENT = 8;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(3).maxNumberLength(20).build())
          .build();

  /**
   * Where a tensor is.
   *
   * @param type its elements
   * @param shape its dimensions
   * @param begin its first byte, counted from the end of the header
   * @param end the first byte that is no longer part of it
   */
  record Place(DataType type, List<Integer> shape, long begin, long end) {}

  /** Reads the JSON; an {@link IllegalArgumentException} says what is against the format. */
  static Header parse(byte[] json) throws IOException {
    if (json.length == 0 || json[0] != '{') {
      throw new IllegalArgumentException("its header does not begin with {");
    }
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
    Map<String, String> metadata = new LinkedHashMap<>();
    SortedMap<String, Place> places = new TreeMap<>();
    try (JsonParser tokens = JSON.createParser(text)) {
      tokens.nextToken();
      while (tokens.nextToken() != JsonToken.END_OBJECT) {
        String name = tokens.currentName();
        tokens.nextToken();
        if (name.equals(METADATA)) {
          readMetadata(tokens, metadata);
        } else {
          places.put(name, readPlace(tokens, name));
        }
      }
      requireOnlyBlanks(text.substring((int) tokens.currentLocation().getCharOffset()));
    }
    return new Header(metadata, places);
  }

  private static void requireOnlyBlanks(String rest) {
    if (!rest.chars().allMatch(c -> c == ' ')) {
      throw new IllegalArgumentException("something other than blanks follows its header");
    }
  }

  private static void readMetadata(JsonParser tokens, Map<String, String> metadata)
      throws IOException {
    require(tokens, JsonToken.START_OBJECT, METADATA);
    while (tokens.nextToken() != JsonToken.END_OBJECT) {
      String name = tokens.currentName();
      tokens.nextToken();
      require(tokens, JsonToken.VALUE_STRING, METADATA + "." + name);
      metadata.put(name, tokens.getText());
    }
  }

  private static Place readPlace(JsonParser tokens, String name) throws IOException {
    require(tokens, JsonToken.START_OBJECT, name);
    String type = "";
    List<Long> shape = null;
    List<Long> offsets = List.of();
    while (tokens.nextToken() != JsonToken.END_OBJECT) {
      String field = tokens.currentName();
      JsonToken value = tokens.nextToken();
      switch (field) {
        case "dtype" -> type = value == JsonToken.VALUE_STRING ? tokens.getText() : "";
        case "shape" -> shape = numbers(tokens, name);
        case "data_offsets" -> offsets = numbers(tokens, name);
        default -> throw new IllegalArgumentException(name + " has an unknown field, " + field);
      }
    }
    if (shape == null || offsets.size() != 2) {
      throw new IllegalArgumentException(name + " lacks its shape or the two data_offsets");
    }
    return new Place(type(name, type), lengths(name, shape), offsets.get(0), offsets.get(1));
  }

  private static List<Long> numbers(JsonParser tokens, String name) throws IOException {
    require(tokens, JsonToken.START_ARRAY, name);
    List<Long> numbers = new ArrayList<>();
    while (tokens.nextToken() != JsonToken.END_ARRAY) {
      require(tokens, JsonToken.VALUE_NUMBER_INT, name);
      long number = tokens.getLongValue();
      if (number < 0) {
        throw new IllegalArgumentException(name + " has a negative number");
      }
      numbers.add(number);
    }
    return numbers;
  }

  private static DataType type(String name, String type) {
    return Arrays.stream(DataType.values())
        .filter(known -> known.name().equals(type))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("%s has no known dtype".formatted(name)));
  }

  private static List<Integer> lengths(String name, List<Long> shape) {
    if (shape.stream().anyMatch(length -> length > Integer.MAX_VALUE)) {
      throw new IllegalArgumentException("the shape of %s is too large".formatted(name));
    }
    return shape.stream().map(Long::intValue).toList();
  }

  private static void require(JsonParser tokens, JsonToken wanted, String name) {
    if (tokens.currentToken() != wanted) {
      throw new IllegalArgumentException("%s is not what it should be".formatted(name));
    }
  }

  /**
   * Holds the places to the format: each as long as its shape, one behind the other, without a gap
   * or an overlap, to the end of the data.
   */
  void requireFilling(long data) {
    long end = 0;
    List<Map.Entry<String, Place>> byPlace =
        places.entrySet().stream()
            .sorted(
                Comparator.comparing(
                    Map.Entry::getValue,
                    Comparator.comparingLong(Place::begin).thenComparingLong(Place::end)))
            .toList();
    for (Map.Entry<String, Place> entry : byPlace) {
      Place place = entry.getValue();
      if (place.begin != end) {
        throw new IllegalArgumentException(
            "%s begins at %d, where %d is free".formatted(entry.getKey(), place.begin, end));
      }
      if (place.end - place.begin != Tensor.size(place.type, place.shape)) {
        throw new IllegalArgumentException(
            "%s is not as long as its shape says".formatted(entry.getKey()));
      }
      end = place.end;
    }
    if (end != data) {
      throw new IllegalArgumentException(
          "its tensors take %d bytes, and it has %d".formatted(end, data));
    }
  }

  /** The JSON, filled up with blanks so that the numbers behind it are aligned. */
  byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      if (!metadata.isEmpty()) {
        json.writeObjectFieldStart(METADATA);
        for (Map.Entry<String, String> entry : new TreeMap<>(metadata).entrySet()) {
          json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
      }
      for (Map.Entry<String, Place> entry : places.entrySet()) {
        write(json, entry.getKey(), entry.getValue());
      }
      json.writeEndObject();
    }
    while (bytes.size() % ALIGNMENT != 0) {
      bytes.write(' ');
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, String name, Place place) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("dtype", place.type.name());
    json.writeFieldName("shape");
    json.writeArray(place.shape.stream().mapToInt(i -> i).toArray(), 0, place.shape.size());
    json.writeFieldName("data_offsets");
    json.writeArray(new long[] {place.begin, place.end}, 0, 2);
    json.writeEndObject();
  }
}
