package dev.larder.hub;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * What the hub says of a file that it keeps outside git.
 *
 * @param sha256 the digest, which a tree calls {@code oid}
 * @param size the length in bytes
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record LargeFile(@JsonAlias("oid") @Nullable String sha256, @Nullable Long size) {}
