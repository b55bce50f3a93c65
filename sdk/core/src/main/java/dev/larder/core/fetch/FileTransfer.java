package dev.larder.core.fetch;

import org.jspecify.annotations.Nullable;

/**
 * One file on its way into the store.
 *
 * @param model what it belongs to, {@code name:variant}
 * @param path where it lies below its source
 * @param size its length in bytes, where that is known beforehand
 * @param resumedFrom how many bytes an earlier try has left
 */
public record FileTransfer(String model, String path, @Nullable Long size, long resumedFrom) {}
