package dev.larder.core.format;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one table of a file (a JSON object, a TOML table). Each is taken once; one that
 * nobody took is a fault, as is one that is missing or of another type. Faults are {@link
 * IllegalArgumentException}s that begin with the place.
 */
public final class Fields {

  private final @Nullable Fields parent;
  private final String name;
  private final Map<String, Object> untaken;

  private Fields(@Nullable Fields parent, String name, Map<String, Object> fields) {
    this.parent = parent;
    this.name = name;
    this.untaken = fields;
  }

  static Fields ofRoot(Map<String, Object> fields) {
    return new Fields(null, "", fields);
  }

  /** Whether a field is there and not taken yet. */
  public boolean has(String name) {
    return untaken.containsKey(name);
  }

  public String text(String name) {
    return optionalText(name).orElseThrow(() -> missing(name));
  }

  public Optional<String> optionalText(String name) {
    return take(name, String.class, "a text");
  }

  /** A text that is the word of one of some values. */
  public <T> T word(String name, T[] values, Function<T, String> wordOf) {
    String word = text(name);
    return Arrays.stream(values)
        .filter(value -> wordOf.apply(value).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                fault(
                    name,
                    Arrays.stream(values)
                        .map(wordOf)
                        .collect(joining(", ", "is \"" + word + "\", not one of ", ""))));
  }

  /** A number from {@code least} to {@code most}. */
  public long number(String name, long least, long most) {
    return optionalNumber(name, least, most).orElseThrow(() -> missing(name));
  }

  /** A number from {@code least} to {@code most}, if there is one. */
  public OptionalLong optionalNumber(String name, long least, long most) {
    Optional<Long> taken = take(name, Long.class, "a whole number");
    if (taken.isEmpty()) {
      return OptionalLong.empty();
    }
    long number = taken.get();
    if (number < least || number > most) {
      throw fault(name, "is %d, not in %d to %d".formatted(number, least, most));
    }
    return OptionalLong.of(number);
  }

  public boolean flag(String name) {
    return take(name, Boolean.class, "true or false").orElseThrow(() -> missing(name));
  }

  public Instant instant(String name) {
    return take(name, OffsetDateTime.class, "a time with an offset, such as 2026-11-20T07:31:00Z")
        .orElseThrow(() -> missing(name))
        .toInstant();
  }

  /** A list of numbers that an {@code int} holds. */
  public List<Integer> numbers(String name) {
    List<Integer> numbers = new ArrayList<>();
    for (Object element : list(name)) {
      if (!(element instanceof Long number) || number != number.intValue()) {
        throw fault(name, "is not a list of whole numbers");
      }
      numbers.add(number.intValue());
    }
    return numbers;
  }

  /** A list of texts; empty where there is none. */
  public List<String> optionalTextList(String name) {
    List<String> texts = new ArrayList<>();
    for (Object element : has(name) ? list(name) : List.of()) {
      if (!(element instanceof String text)) {
        throw fault(name, "is not a list of texts");
      }
      texts.add(text);
    }
    return texts;
  }

  /** A table whose every field is a text. */
  public Map<String, String> texts(String name) {
    return table(
        name,
        fields -> {
          Map<String, String> texts = new LinkedHashMap<>();
          List.copyOf(fields.untaken.keySet()).forEach(key -> texts.put(key, fields.text(key)));
          return texts;
        });
  }

  /** A table. */
  public <T> T table(String name, Function<Fields, T> parse) {
    return take(name, Map.class, "a table")
        .map(fields -> child(name, fields).all(parse))
        .orElseThrow(() -> missing(name));
  }

  /** A list of tables, each made a value of. */
  public <T> List<T> tables(String name, Function<Fields, T> parse) {
    List<T> tables = new ArrayList<>();
    for (Object element : list(name)) {
      String place = name + "[" + tables.size() + "]";
      if (!(element instanceof Map<?, ?> fields)) {
        throw fault(place, "is not a table");
      }
      tables.add(child(place, fields).all(parse));
    }
    return tables;
  }

  /** Every field that is not taken yet: tables, each made a value of together with its name. */
  public <T> List<T> remainingTables(BiFunction<String, Fields, T> parse) {
    return List.copyOf(untaken.keySet()).stream()
        .map(name -> table(name, fields -> parse.apply(name, fields)))
        .toList();
  }

  /** Makes a value of these fields, of which it has to take all. */
  <T> T all(Function<Fields, T> parse) {
    T value;
    try {
      value = parse.apply(this);
    } catch (LocatedException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new LocatedException(
          parent == null ? String.valueOf(e.getMessage()) : place() + ": " + e.getMessage(), e);
    }
    for (String unknown : untaken.keySet()) {
      throw fault(unknown, "is not a field that is known here");
    }
    return value;
  }

  private List<?> list(String name) {
    return take(name, List.class, "a list").orElseThrow(() -> missing(name));
  }

  private <T> Optional<T> take(String name, Class<T> type, String wanted) {
    Object value = untaken.remove(name);
    if (value != null && !type.isInstance(value)) {
      throw fault(name, "is not " + wanted);
    }
    return Optional.ofNullable(type.cast(value));
  }

  private LocatedException missing(String name) {
    return fault(name, "is missing");
  }

  private LocatedException fault(String field, String problem) {
    return new LocatedException(child(field, Map.of()).place() + " " + problem, null);
  }

  @SuppressWarnings("unchecked") // Tree makes no maps with other keys.
  private Fields child(String field, Map<?, ?> fields) {
    return new Fields(this, field, (Map<String, Object>) fields);
  }

  private String place() {
    return parent == null || parent.parent == null ? name : parent.place() + "." + name;
  }

  /** A fault whose message has its place already. */
  private static final class LocatedException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    LocatedException(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
