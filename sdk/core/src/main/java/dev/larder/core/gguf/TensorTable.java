package dev.larder.core.gguf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says of every tensor where it lies, and finds out that each has a place of its own there. */
final class TensorTable {

  /** The largest models in use have a few thousand. */
  private static final int MAX_TENSORS = 1 << 16;

  private static final int MAX_NAME = 64;
  private static final int MAX_DIMENSIONS = 4;

  /** There are some forty after three years; a higher number is none. */
  private static final int MOST_TYPES = 255;

  private static final int MIN_ENTRY = Long.BYTES + Integer.BYTES + Integer.BYTES + Long.BYTES;

  private final HeaderCursor cursor;
  private final long alignment;
  private final Set<String> names = new HashSet<>();
  private final List<Extent> extents = new ArrayList<>();
  private final Map<GgufType, GgufTensors> byType = new EnumMap<>(GgufType.class);

  private TensorTable(HeaderCursor cursor, long alignment) {
    this.cursor = cursor;
    this.alignment = alignment;
  }

  /** Where a tensor lies, in bytes after the header. */
  private record Extent(String name, long start, long end) {}

  /**
   * Reads the entries that the header announces with their number.
   *
   * @param alignment what every place is a multiple of
   * @return those of one type together, the type with the most numbers first
   */
  static List<GgufTensors> read(HeaderCursor cursor, long count, long alignment) {
    TensorTable table = new TensorTable(cursor, alignment);
    if (count > MAX_TENSORS) {
      throw new MalformedGgufException(
          "it claims %d tensors; at most %d are read".formatted(count, MAX_TENSORS));
    }
    for (long i = 0; i < count; i++) {
      table.readEntry();
    }
    table.requirePlaces();
    return table.byType.values().stream()
        .sorted(Comparator.comparingLong(GgufTensors::weights).reversed())
        .toList();
  }

  /** The number of entries to come. */
  static long count(HeaderCursor cursor) {
    return cursor.count("tensors", MIN_ENTRY);
  }

  private void readEntry() {
    String name = name();
    long row = 1;
    long weights = 1;
    try {
      int dimensions = cursor.integer();
      if (dimensions < 0 || dimensions > MAX_DIMENSIONS) {
        throw malformed(name, "has " + Integer.toUnsignedString(dimensions) + " dimensions");
      }
      for (int i = 0; i < dimensions; i++) {
        long size = cursor.longInteger();
        if (size < 0) {
          throw new ArithmeticException();
        }
        weights = Math.multiplyExact(weights, size);
        row = i == 0 ? size : row;
      }
      GgufType type = type(name);
      if (row % type.block() != 0) {
        throw malformed(name, "has rows of %d numbers, no blocks of %s".formatted(row, type));
      }
      place(name, type.bytes(weights));
      byType.merge(type, new GgufTensors(type, 1, weights), GgufTensors::plus);
    } catch (ArithmeticException e) {
      throw malformed(name, "is larger than any file");
    }
  }

  private String name() {
    int length = cursor.length();
    if (length > MAX_NAME) {
      throw new MalformedGgufException("the name of a tensor has %d bytes".formatted(length));
    }
    String name = cursor.text(length);
    if (name.chars().anyMatch(Character::isISOControl)) {
      throw new MalformedGgufException("the name of a tensor has control characters");
    }
    if (!names.add(name)) {
      throw malformed(name, "stands there twice");
    }
    return name;
  }

  private GgufType type(String name) {
    int id = cursor.integer();
    if (id > GgufType.newest() && id <= MOST_TYPES) {
      throw new NewerTypeException(id);
    }
    return GgufType.of(id)
        .orElseThrow(
            () -> malformed(name, "is of the unknown type " + Integer.toUnsignedString(id)));
  }

  private void place(String name, long bytes) {
    long start = cursor.longInteger();
    if (start < 0 || start > cursor.fileSize() || bytes > cursor.fileSize() - start) {
      throw malformed(name, "lies outside the file");
    }
    if (start % alignment != 0) {
      throw malformed(name, "lies at %d, no multiple of %d".formatted(start, alignment));
    }
    extents.add(new Extent(name, start, start + bytes));
  }

  private void requirePlaces() {
    long header = cursor.position();
    long data = header + Math.floorMod(-header, alignment);
    extents.sort(Comparator.comparingLong(Extent::start).thenComparingLong(Extent::end));
    long end = 0;
    for (Extent extent : extents) {
      if (extent.start < end) {
        throw malformed(extent.name, "overlaps another one");
      }
      end = extent.end;
      if (end > cursor.fileSize() - data) {
        throw malformed(extent.name, "lies outside the file");
      }
    }
  }

  private static MalformedGgufException malformed(String name, String problem) {
    return new MalformedGgufException("its tensor %s %s".formatted(name, problem));
  }
}
