package dev.larder.core.catalog;

/**
 * Where a file's bytes came from.
 *
 * @param origin the kind of place
 * @param url the address, without query or credentials
 */
public record Provenance(Origin origin, String url) {}
