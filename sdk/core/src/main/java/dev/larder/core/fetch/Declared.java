package dev.larder.core.fetch;

import dev.larder.core.catalog.ModelFile;
import java.util.List;

/**
 * What a source declares of its files.
 *
 * @param revision the exact commit
 * @param files the files that were asked for, in their order, with what is declared of SHA-256 (or
 *     git SHA-1, for small files) and size
 */
public record Declared(String revision, List<ModelFile> files) {

  public Declared {
    files = List.copyOf(files);
  }
}
