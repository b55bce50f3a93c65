package dev.larder.core.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file of a variant.
 *
 * @param role what it is to the model
 * @param path where it lies below its source
 * @param sha256 its digest, where a public source states one
 * @param gitSha1 git's digest of it as a blob, where no SHA-256 is known
 * @param size its length in bytes, where a public source states it
 * @param mirrors further places that have a file of that SHA-256, the best first
 */
public record ModelFile(
    FileRole role,
    String path,
    @Nullable String sha256,
    @Nullable String gitSha1,
    @Nullable Long size,
    List<Mirror> mirrors) {

  public ModelFile {
    mirrors = List.copyOf(mirrors);
    RelativePath.requireSafe(path);
    if (sha256 != null) {
      Digests.requireSha256(sha256);
    }
    if (gitSha1 != null) {
      Digests.requireSha1(gitSha1);
    }
    if (sha256 == null && !mirrors.isEmpty()) {
      throw new IllegalArgumentException("%s has mirrors, and no SHA-256".formatted(path));
    }
  }

  /** A file that only its source has. */
  public ModelFile(
      FileRole role,
      String path,
      @Nullable String sha256,
      @Nullable String gitSha1,
      @Nullable Long size) {
    this(role, path, sha256, gitSha1, size, List.of());
  }

  /** The same content where it has another path. */
  public ModelFile at(String otherPath) {
    return new ModelFile(role, otherPath, sha256, gitSha1, size, mirrors);
  }

  /** The same file with other mirrors. */
  public ModelFile with(List<Mirror> others) {
    return new ModelFile(role, path, sha256, gitSha1, size, others);
  }
}
