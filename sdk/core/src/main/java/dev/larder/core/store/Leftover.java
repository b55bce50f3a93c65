package dev.larder.core.store;

import java.nio.file.Path;

/**
 * A file of the store that belongs to no model: a download that nobody continued for a day, or
 * content that no model has.
 *
 * @param path where it lies
 * @param lock the id under which it is written
 * @param bytes its size
 */
public record Leftover(Path path, String lock, long bytes) {}
