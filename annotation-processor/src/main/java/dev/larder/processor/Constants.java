package dev.larder.processor;

import dev.larder.core.catalog.CatalogModel;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Names of models with what is known of them, as constants of a class: texts and numbers. */
final class Constants {

  private final SortedMap<String, Object> values = new TreeMap<>();

  void add(CatalogModel model) {
    add(model.name(), model.dimensions(), model.defaultVariant().maxTokens());
  }

  /** A model that the code defines. */
  void addModel(AnnotationFields fields) {
    add(fields.text("name"), fields.number("dimensions"), fields.number("maxTokens"));
  }

  /** A further name of a model. */
  void add(String name) {
    values.putIfAbsent(identifier(name), name);
  }

  private void add(String name, int dimensions, int maxTokens) {
    add(name);
    if (dimensions > 0) {
      values.putIfAbsent(identifier(name) + "_DIMENSIONS", dimensions);
    }
    values.putIfAbsent(identifier(name) + "_MAX_TOKENS", maxTokens);
  }

  /** By the name of the constant. */
  SortedMap<String, Object> values() {
    return Collections.unmodifiableSortedMap(values);
  }

  private static String identifier(String name) {
    String upper = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    return upper.isEmpty() || Character.isDigit(upper.charAt(0)) ? "_" + upper : upper;
  }
}
