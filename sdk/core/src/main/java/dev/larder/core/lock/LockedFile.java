package dev.larder.core.lock;

import dev.larder.core.catalog.Digests;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.catalog.RelativePath;
import java.nio.file.Path;

/**
 * One file, exactly.
 *
 * @param role what it is to the model
 * @param path where it lies below its source
 * @param sha256 its digest
 * @param size its length in bytes
 */
public record LockedFile(FileRole role, String path, String sha256, long size) {

  public LockedFile {
    RelativePath.requireSafe(path);
    Digests.requireSha256(sha256);
    if (size < 0) {
      throw new IllegalArgumentException("size %d is negative".formatted(size));
    }
  }

  /** Where it lies in a model's folder, {@link RelativePath#in}. */
  public Path in(Path folder) {
    return RelativePath.in(folder, path);
  }
}
