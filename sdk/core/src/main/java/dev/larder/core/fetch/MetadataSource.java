package dev.larder.core.fetch;

import dev.larder.core.catalog.Source;

/**
 * Says of one kind of source what it declares of its own files, for models whose commit or digests
 * nobody else states. Modules that fetch offer one through {@link java.util.ServiceLoader}.
 *
 * <p>Safe for use by many threads at once.
 */
public interface MetadataSource {

  /** Whether this knows the source's kind. */
  boolean describes(Source source);

  /**
   * Resolves a branch or tag to its commit, and adds to the files what the source declares of their
   * digests and sizes. What is known already stays, and is compared.
   *
   * @throws dev.larder.api.ChecksumMismatchException if the source declares something else than is
   *     known
   * @throws dev.larder.api.ModelException if the source cannot be asked, or lacks a file
   */
  Declared describe(MetadataRequest request);
}
