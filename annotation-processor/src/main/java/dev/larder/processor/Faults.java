package dev.larder.processor;

import dev.larder.api.InvalidDefinitionException;

/** Reports what is wrong with one definition, each fault on its value. */
final class Faults {

  private final Diagnostics diagnostics;
  private final String name;
  private boolean any;

  Faults(Diagnostics diagnostics, String name) {
    this.diagnostics = diagnostics;
    this.name = name;
  }

  /** Says that a value cannot stand, and what to do. */
  void add(AnnotationFields fields, String field, String problem, String remedy) {
    any = true;
    diagnostics.error(fields.place(field), new InvalidDefinitionException(name, problem, remedy));
  }

  /** The same, unless a condition holds. */
  void unless(
      boolean condition, AnnotationFields fields, String field, String problem, String remedy) {
    if (!condition) {
      add(fields, field, problem, remedy);
    }
  }

  boolean any() {
    return any;
  }
}
