package dev.larder.core.gguf;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The key-value pairs of a header, as far as somebody wants them: whole numbers and short texts.
 * Arrays, fractions and long texts are passed over.
 */
final class Metadata {

  static final String CHAT_TEMPLATE = "tokenizer.chat_template";

  /** Files have a few dozen. */
  private static final int MAX_ENTRIES = 4096;

  /** The specification allows 65,535; no key in use has a tenth of this. */
  private static final int MAX_KEY = 1024;

  private static final int MAX_TEXT = 256;

  /** The longest templates in use have about 20 kB. */
  private static final int MAX_TEMPLATE = 1 << 20;

  private static final int MIN_ENTRY = Long.BYTES + Integer.BYTES + Byte.BYTES;

  private final Map<String, Optional<Object>> values = new HashMap<>();

  /** Reads the entries that the header announces with their number. */
  static Metadata read(HeaderCursor cursor, long entries) {
    if (entries > MAX_ENTRIES) {
      throw new MalformedGgufException(
          "it claims %d metadata entries; at most %d are read".formatted(entries, MAX_ENTRIES));
    }
    Metadata metadata = new Metadata();
    for (long i = 0; i < entries; i++) {
      String key = key(cursor);
      if (metadata.values.put(key, value(cursor, key)) != null) {
        throw new MalformedGgufException("its key %s stands there twice".formatted(key));
      }
    }
    return metadata;
  }

  /** The number of entries to come. */
  static long count(HeaderCursor cursor) {
    return cursor.count("metadata entries", MIN_ENTRY);
  }

  private static String key(HeaderCursor cursor) {
    int length = cursor.length();
    if (length == 0 || length > MAX_KEY) {
      throw new MalformedGgufException("a key of its metadata has %d bytes".formatted(length));
    }
    String key = cursor.text(length);
    if (!key.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
      throw new MalformedGgufException("a key of its metadata is not printable ASCII");
    }
    return key;
  }

  private static Optional<Object> value(HeaderCursor cursor, String key) {
    int type = cursor.integer();
    return switch (type) {
      case ValueTypes.UINT8 -> Optional.of((long) Byte.toUnsignedInt(cursor.octet()));
      case ValueTypes.INT8 -> Optional.of((long) cursor.octet());
      case ValueTypes.UINT16 -> Optional.of((long) Short.toUnsignedInt(cursor.shortInteger()));
      case ValueTypes.INT16 -> Optional.of((long) cursor.shortInteger());
      case ValueTypes.UINT32 -> Optional.of(Integer.toUnsignedLong(cursor.integer()));
      case ValueTypes.INT32 -> Optional.of((long) cursor.integer());
      case ValueTypes.UINT64, ValueTypes.INT64 -> Optional.of(cursor.longInteger());
      case ValueTypes.STRING -> text(cursor, key);
      case ValueTypes.ARRAY -> skipArray(cursor, key);
      default -> {
        cursor.skip(ValueTypes.size(type, key));
        yield Optional.empty();
      }
    };
  }

  private static Optional<Object> text(HeaderCursor cursor, String key) {
    boolean template = key.equals(CHAT_TEMPLATE);
    int length = cursor.length();
    if (length <= (template ? MAX_TEMPLATE : MAX_TEXT)) {
      return Optional.of(cursor.text(length));
    }
    if (template) {
      throw new MalformedGgufException("its chat template has %d bytes".formatted(length));
    }
    cursor.skip(length);
    return Optional.empty();
  }

  private static Optional<Object> skipArray(HeaderCursor cursor, String key) {
    int type = cursor.integer();
    if (type == ValueTypes.ARRAY) {
      // The specification allows it, no file in use has it, and llama.cpp refuses it.
      throw new MalformedGgufException("its %s is an array of arrays".formatted(key));
    }
    if (type == ValueTypes.STRING) {
      long count = cursor.count("texts in an array", Long.BYTES);
      for (long i = 0; i < count; i++) {
        cursor.skip(cursor.length());
      }
    } else {
      int size = ValueTypes.size(type, key);
      cursor.skip(cursor.count("numbers in an array", size) * size);
    }
    return Optional.empty();
  }

  /** A short text of one printable line; empty where there is none. */
  Optional<String> line(String key) {
    return text(key)
        .filter(text -> !text.isBlank() && text.chars().noneMatch(Character::isISOControl));
  }

  /** A text; empty where there is none, or none that was kept. */
  Optional<String> text(String key) {
    return value(key).filter(String.class::isInstance).map(String.class::cast);
  }

  /** A whole number; empty where there is none. */
  Optional<Long> number(String key) {
    return value(key).filter(Long.class::isInstance).map(Long.class::cast);
  }

  /** A number that counts something, from 1 on; empty where there is none. */
  OptionalInt size(String key) {
    Optional<Long> number = number(key);
    if (number.isEmpty()) {
      return OptionalInt.empty();
    }
    if (number.get() < 1 || number.get() > Integer.MAX_VALUE) {
      throw new MalformedGgufException(
          "its %s is %s".formatted(key, Long.toUnsignedString(number.get())));
    }
    return OptionalInt.of(number.get().intValue());
  }

  private Optional<Object> value(String key) {
    return values.getOrDefault(key, Optional.empty());
  }
}
