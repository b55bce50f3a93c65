package dev.larder.core.store;

import java.nio.file.Path;

/**
 * A file of the store that belongs to no model: a download that nobody continued for a day, content
 * that no model has, or what a process that was killed had not brought to its place.
 *
 * @param path where it lies
 * @param lock the id under which it is written; empty where it is under no lock
 * @param bytes its size
 */
public record Leftover(Path path, String lock, long bytes) {}
