package dev.larder.llama;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses JSON schemas that llama.cpp would not keep to. It makes a grammar of what it knows of a
 * schema and leaves out the rest, so that an answer may not fit.
 *
 * <p>What it knows depends on the first keyword that it meets, in the order of {@link #kept}.
 * Annotations, {@code format} among them, are no promise.
 */
final class SchemaCheck {

  private static final Set<String> ASSERTIONS =
      Set.of(
          "$ref",
          "$dynamicRef",
          "$recursiveRef",
          "additionalItems",
          "additionalProperties",
          "allOf",
          "anyOf",
          "const",
          "contains",
          "dependencies",
          "dependentRequired",
          "dependentSchemas",
          "else",
          "enum",
          "exclusiveMaximum",
          "exclusiveMinimum",
          "if",
          "items",
          "maxContains",
          "maxItems",
          "maxLength",
          "maxProperties",
          "maximum",
          "minContains",
          "minItems",
          "minLength",
          "minProperties",
          "minimum",
          "multipleOf",
          "not",
          "oneOf",
          "pattern",
          "patternProperties",
          "prefixItems",
          "properties",
          "propertyNames",
          "required",
          "then",
          "type",
          "unevaluatedItems",
          "unevaluatedProperties",
          "uniqueItems");

  private static final Set<String> TYPES =
      Set.of("array", "boolean", "integer", "null", "number", "object", "string");

  private static final List<String> BOUNDS =
      List.of("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum");

  /** llama.cpp repeats rules as often as it is told to, in memory too. */
  private static final int MOST_REPEATED = 10_000;

  private static final BigDecimal GREATEST = BigDecimal.TEN.pow(15);

  /**
   * Regular expressions of plain characters, sets of them, groups and quantifiers. Whatever else a
   * character may stand for, llama.cpp would put quotation marks into the middle of a string.
   */
  private static final Pattern PLAIN =
      Pattern.compile(
          "\\^(?:[A-Za-z0-9 _,:;/@#%&=!~'<>-]|\\\\[.^$()|*+?{}\\[\\]]|[|)*+?]|\\((?!\\?)"
              + "|\\{\\d+(?:,\\d*)?\\}"
              + "|\\[(?:[a-z]-[a-z]|[A-Z]-[A-Z]|[0-9]-[0-9]|[A-Za-z0-9 _,.:;/@#%&=+*])+\\])*\\$");

  private static final Pattern LAZY = Pattern.compile("[*+?}][?+]");

  /** Names that llama.cpp's own rules have, or that it could take for those of another schema. */
  private static final Pattern AMBIGUOUS =
      Pattern.compile(
          "array|boolean|char|date|dot|integer|null|number|object|root|space|string|time"
              + "|uuid|value|.*-.*|.*[~%].*");

  private static final int LONGEST_PATTERN = 1_000;

  private final Map<String, Object> root;
  private final Set<String> resolved = new HashSet<>();
  private final Deque<String> place = new ArrayDeque<>();

  private SchemaCheck(Map<String, Object> root) {
    this.root = root;
  }

  /**
   * Lets a schema pass that llama.cpp keeps to.
   *
   * @throws IllegalArgumentException if it does not; says which part of it
   */
  static void require(@Nullable Object schema) {
    new SchemaCheck(table(schema)).schema(schema);
  }

  private void schema(@Nullable Object schema) {
    if (!(schema instanceof Map<?, ?>)) {
      throw refused("is no object");
    }
    Map<String, Object> table = table(schema);
    Set<String> kept = kept(table);
    for (String keyword : table.keySet()) {
      if (ASSERTIONS.contains(keyword) && !kept.contains(keyword)) {
        throw refused("has \"%s\", which llama.cpp would leave out".formatted(keyword));
      }
    }
  }

  /** Which keywords llama.cpp heeds. What lies beneath them is looked at, too. */
  private Set<String> kept(Map<String, Object> schema) {
    Object type = schema.get("type");
    if (schema.containsKey("$ref")) {
      return reference(schema.get("$ref"));
    }
    if (schema.containsKey("anyOf")) {
      each("anyOf", list(schema.get("anyOf")));
      return Set.of("anyOf");
    }
    if (schema.containsKey("oneOf")) {
      throw refused("has \"oneOf\", which llama.cpp would take for \"anyOf\"; use that");
    }
    if (type instanceof List<?>) {
      return Set.of("type");
    }
    if (schema.containsKey("const") || schema.containsKey("enum")) {
      return constants(schema);
    }
    if (isOpenOr("object", type)
        && (schema.containsKey("properties")
            || !Boolean.TRUE.equals(schema.getOrDefault("additionalProperties", true)))) {
      return properties(schema);
    }
    if (isOpenOr("array", type)
        && (schema.containsKey("items") || schema.containsKey("prefixItems"))) {
      return items(schema);
    }
    if (isOpenOr("string", type) && schema.containsKey("pattern")) {
      requirePlain(schema.get("pattern"));
      return Set.of("type", "pattern");
    }
    return plain(schema, type);
  }

  private Set<String> plain(Map<String, Object> schema, @Nullable Object type) {
    if (type == null && schema.isEmpty()) {
      return Set.of();
    }
    if (!TYPES.contains(String.valueOf(type))) {
      throw refused("has no \"type\" that llama.cpp knows");
    }
    return switch (String.valueOf(type)) {
      case "string" -> schema.containsKey("format") ? Set.of("type") : lengths(schema);
      case "integer" -> bounds(schema);
      case "object" -> Set.of("type", "additionalProperties");
      default -> Set.of("type");
    };
  }

  private static boolean isOpenOr(String name, @Nullable Object type) {
    return type == null || type.equals(name);
  }

  private Set<String> reference(@Nullable Object reference) {
    String pointer = String.valueOf(reference);
    String name = pointer.substring(pointer.lastIndexOf('/') + 1);
    if (!pointer.startsWith("#/") || AMBIGUOUS.matcher(name).matches() || isTaken(pointer, name)) {
      throw refused("has the \"$ref\" \"%s\", which llama.cpp may mistake".formatted(pointer));
    }
    if (resolved.add(pointer)) {
      Object target = root;
      for (String step : pointer.substring(2).split("/", -1)) {
        target = target instanceof Map<?, ?> map ? map.get(step) : null;
        if (target == null) {
          throw refused("has the \"$ref\" \"%s\", which leads nowhere".formatted(pointer));
        }
      }
      at(name, target);
    }
    return Set.of("$ref");
  }

  /**
   * Whether something else would have the same name: llama.cpp calls its rules by the last part of
   * a reference, by properties of the root, and by both with a number.
   */
  private boolean isTaken(String pointer, String name) {
    boolean byReference =
        resolved.stream()
            .filter(other -> !other.equals(pointer))
            .anyMatch(other -> isMistakable(other.substring(other.lastIndexOf('/') + 1), name));
    boolean byProperty =
        table(root.get("properties")).entrySet().stream()
            .filter(property -> !Map.of("$ref", pointer).equals(property.getValue()))
            .anyMatch(property -> isMistakable(property.getKey(), name));
    return byReference || byProperty;
  }

  private static boolean isMistakable(String one, String other) {
    return one.equals(other) || isNumbered(one, other) || isNumbered(other, one);
  }

  private static boolean isNumbered(String name, String bare) {
    return name.startsWith(bare)
        && name.substring(bare.length()).chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private Set<String> constants(Map<String, Object> schema) {
    String keyword = schema.containsKey("const") ? "const" : "enum";
    List<Object> values = new ArrayList<>();
    if (keyword.equals("const")) {
      values.add(schema.get("const"));
    } else {
      values.addAll(list(schema.get("enum")));
    }
    Object type = schema.get("type");
    if (type != null && !values.stream().allMatch(value -> isOf(value, type))) {
      throw refused("has a \"%s\" that is not of its \"type\"".formatted(keyword));
    }
    return Set.of(keyword, "type");
  }

  private static boolean isOf(@Nullable Object value, Object type) {
    return switch (String.valueOf(type)) {
      case "string" -> value instanceof String;
      case "boolean" -> value instanceof Boolean;
      case "null" -> value == null;
      case "number" -> value instanceof BigDecimal;
      case "integer" -> value instanceof BigDecimal number && isWhole(number);
      case "array" -> value instanceof List<?>;
      case "object" -> value instanceof Map<?, ?>;
      default -> false;
    };
  }

  private static boolean isWhole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
  }

  private Set<String> properties(Map<String, Object> schema) {
    Map<String, Object> properties = table(schema.getOrDefault("properties", Map.of()));
    properties.forEach(this::at);
    for (Object name : list(schema.getOrDefault("required", List.of()))) {
      if (!properties.containsKey(String.valueOf(name))) {
        throw refused("requires \"%s\", which is not among its properties".formatted(name));
      }
    }
    Object others = schema.getOrDefault("additionalProperties", false);
    if (others instanceof Map<?, ?>) {
      at("additionalProperties", others);
    }
    return Set.of("type", "properties", "required", "additionalProperties");
  }

  private Set<String> items(Map<String, Object> schema) {
    if (schema.getOrDefault("items", List.of()) instanceof List<?>) {
      each("prefixItems", list(schema.getOrDefault("items", schema.get("prefixItems"))));
      return Set.of("type", schema.containsKey("items") ? "items" : "prefixItems");
    }
    at("items", schema.get("items"));
    requireWhole(schema, "minItems", MOST_REPEATED);
    requireWhole(schema, "maxItems", MOST_REPEATED);
    return Set.of("type", "items", "minItems", "maxItems");
  }

  private Set<String> lengths(Map<String, Object> schema) {
    requireWhole(schema, "minLength", MOST_REPEATED);
    requireWhole(schema, "maxLength", MOST_REPEATED);
    return Set.of("type", "minLength", "maxLength");
  }

  /** Of two bounds in one direction llama.cpp heeds the one that includes its number. */
  private Set<String> bounds(Map<String, Object> schema) {
    Set<String> kept = new HashSet<>(Set.of("type"));
    for (String bound : BOUNDS) {
      if (schema.get(bound) instanceof BigDecimal number) {
        if (!isWhole(number) || number.abs().compareTo(GREATEST) > 0) {
          throw refused("has \"%s\" %s, which llama.cpp would change".formatted(bound, number));
        }
        kept.add(bound);
      }
    }
    if (kept.contains("minimum")) {
      kept.remove("exclusiveMinimum");
    }
    if (kept.contains("maximum")) {
      kept.remove("exclusiveMaximum");
    }
    return kept;
  }

  private void requireWhole(Map<String, Object> schema, String keyword, int most) {
    Object value = schema.getOrDefault(keyword, BigDecimal.ZERO);
    if (!(value instanceof BigDecimal number)
        || !isWhole(number)
        || number.signum() < 0
        || number.compareTo(BigDecimal.valueOf(most)) > 0) {
      throw refused("has \"%s\" %s; 0 to %d are kept to".formatted(keyword, value, most));
    }
  }

  private void requirePlain(@Nullable Object pattern) {
    String text = String.valueOf(pattern);
    if (text.length() > LONGEST_PATTERN
        || !PLAIN.matcher(text).matches()
        || LAZY.matcher(text).find()) {
      throw refused(
          "has a \"pattern\" of more than ^, plain characters, [a-z], groups, | and quantifiers,"
              + " and $");
    }
  }

  private void each(String name, List<?> schemas) {
    for (int i = 0; i < schemas.size(); i++) {
      at(name + "/" + i, schemas.get(i));
    }
  }

  private void at(String step, @Nullable Object schema) {
    place.addLast(step);
    schema(schema);
    place.removeLast();
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  @SuppressWarnings("unchecked") // Whoever reads JSON has no other keys.
  private static Map<String, Object> table(@Nullable Object value) {
    return value instanceof Map<?, ?> ? (Map<String, Object>) value : Map.of();
  }

  private IllegalArgumentException refused(String problem) {
    return new IllegalArgumentException(
        "The schema%s %s"
            .formatted(place.isEmpty() ? "" : " at " + String.join("/", place), problem));
  }
}
