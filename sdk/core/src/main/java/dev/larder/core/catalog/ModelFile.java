package dev.larder.core.catalog;

import org.jspecify.annotations.Nullable;

/**
 * One file of a variant.
 *
 * @param role what it is to the model
 * @param path where it lies below its source
 * @param sha256 its digest, where a public source states one
 * @param gitSha1 git's digest of it as a blob, where no SHA-256 is known
 * @param size its length in bytes, where a public source states it
 */
public record ModelFile(
    FileRole role,
    String path,
    @Nullable String sha256,
    @Nullable String gitSha1,
    @Nullable Long size) {

  public ModelFile {
    RelativePath.requireSafe(path);
    if (sha256 != null) {
      Digests.requireSha256(sha256);
    }
    if (gitSha1 != null) {
      Digests.requireSha1(gitSha1);
    }
  }
}
