package dev.larder.core.store;

import java.nio.file.Path;

/**
 * A model of which all files are in a store.
 *
 * @param folder where they lie, by their paths
 * @param assurance what is known of their bytes
 */
public record FoundModel(Path folder, Assurance assurance) {}
