package dev.larder.core.fetch;

/**
 * Where a file came from.
 *
 * @param url the address, without query or credentials, for the store's record
 * @param revision the exact commit or version
 */
public record Fetched(String url, String revision) {}
