package dev.larder.core.gguf;

/** The numbers of the specification's {@code gguf_metadata_value_type}. */
final class ValueTypes {

  static final int UINT8 = 0;
  static final int INT8 = 1;
  static final int UINT16 = 2;
  static final int INT16 = 3;
  static final int UINT32 = 4;
  static final int INT32 = 5;
  static final int FLOAT32 = 6;
  static final int BOOL = 7;
  static final int STRING = 8;
  static final int ARRAY = 9;
  static final int UINT64 = 10;
  static final int INT64 = 11;
  static final int FLOAT64 = 12;

  private ValueTypes() {}

  /** How many bytes a value takes that is neither text nor array. */
  static int size(int type, String key) {
    return switch (type) {
      case UINT8, INT8, BOOL -> 1;
      case UINT16, INT16 -> 2;
      case UINT32, INT32, FLOAT32 -> 4;
      case UINT64, INT64, FLOAT64 -> 8;
      default ->
          throw new MalformedGgufException(
              "its %s is of the unknown type %s".formatted(key, Integer.toUnsignedString(type)));
    };
  }
}
