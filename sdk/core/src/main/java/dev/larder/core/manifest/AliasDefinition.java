package dev.larder.core.manifest;

import dev.larder.core.catalog.Selector;

/**
 * A further name that code gives to a model.
 *
 * @param name the new name
 * @param model what it stands for
 * @param type the fully qualified name of the top-level type, or of the package's {@code
 *     package-info}, that defines it
 */
public record AliasDefinition(String name, Selector model, String type) {}
