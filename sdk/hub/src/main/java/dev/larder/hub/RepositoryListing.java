package dev.larder.hub;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The hub's answer for a repository, as far as it is of use here; the names are the hub's.
 *
 * @param sha the commit
 * @param gated {@code auto} or {@code manual} where terms have to be accepted, or {@code false}
 * @param siblings the files
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record RepositoryListing(
    @Nullable String sha, @Nullable Object gated, @Nullable List<Sibling> siblings) {

  /**
   * @param rfilename where the file lies
   * @param size its length in bytes
   * @param blobId its git blob SHA-1; of a large file, that of the pointer in its place
   * @param lfs what is different for a large file
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Sibling(
      @Nullable String rfilename,
      @Nullable Long size,
      @Nullable String blobId,
      @Nullable LargeFile lfs) {}

  boolean isGated() {
    return "auto".equals(gated) || "manual".equals(gated);
  }

  Optional<HubFile> find(String path) {
    return siblings == null
        ? Optional.empty()
        : siblings.stream()
            .filter(file -> path.equals(file.rfilename()))
            .findFirst()
            .map(file -> HubFile.of(path, file.blobId(), file.size(), file.lfs()));
  }
}
