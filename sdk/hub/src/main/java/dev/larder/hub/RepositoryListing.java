package dev.larder.hub;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The hub's answer for a repository, as far as it is of use here; the names are the hub's.
 *
 * @param sha the commit
 * @param siblings the files
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record RepositoryListing(@Nullable String sha, @Nullable List<Sibling> siblings) {

  /** The largest repositories have some ten thousand files, of 300 bytes each. */
  private static final int MAX_BYTES = 16 << 20;

  private static final JsonMapper JSON = new JsonMapper();

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
      @Nullable LargeFile lfs) {

    @Nullable String sha256() {
      return lfs == null ? null : hexOrNull(lfs.sha256(), 64);
    }

    /** A large file's blob is a pointer to it, whose digest says nothing of the file. */
    @Nullable String gitSha1() {
      return lfs == null ? hexOrNull(blobId, 40) : null;
    }

    @Nullable Long length() {
      Long length = lfs == null ? size : lfs.size();
      return length != null && length >= 0 ? length : null;
    }

    private static @Nullable String hexOrNull(@Nullable String text, int digits) {
      return text != null && text.matches("[0-9a-f]{%d}".formatted(digits)) ? text : null;
    }
  }

  /**
   * @param sha256 the digest
   * @param size the length in bytes
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record LargeFile(@Nullable String sha256, @Nullable Long size) {}

  static RepositoryListing read(InputStream input) throws IOException {
    byte[] bytes = input.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new FinalFault("the hub's metadata has more than %d bytes".formatted(MAX_BYTES));
    }
    RepositoryListing listing;
    try {
      listing = JSON.readValue(bytes, RepositoryListing.class);
    } catch (JsonProcessingException e) {
      listing = null;
    }
    if (listing == null) {
      throw new FinalFault("the hub's metadata is not what it should be");
    }
    return listing;
  }

  Optional<Sibling> find(String path) {
    return siblings == null
        ? Optional.empty()
        : siblings.stream().filter(file -> path.equals(file.rfilename())).findFirst();
  }
}
