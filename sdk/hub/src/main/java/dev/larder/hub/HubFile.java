package dev.larder.hub;

import dev.larder.api.ChecksumMismatchException;
import dev.larder.core.catalog.ModelFile;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the hub declares of one file; null where it declares nothing, or not in the right form.
 *
 * @param path where it lies in the repository
 * @param sha256 of a large file
 * @param gitSha1 of a small file: the name that git gives to its content
 * @param size its length in bytes
 */
record HubFile(
    String path, @Nullable String sha256, @Nullable String gitSha1, @Nullable Long size) {

  /**
   * @param blob the git name; of a large file that of the pointer in its place, which says nothing
   * @param size the length; of a large file perhaps that of the pointer
   * @param large what is different for a large file
   */
  static HubFile of(
      String path, @Nullable String blob, @Nullable Long size, @Nullable LargeFile large) {
    return large == null
        ? new HubFile(path, null, hexOrNull(blob, 40), lengthOrNull(size))
        : new HubFile(path, hexOrNull(large.sha256(), 64), null, lengthOrNull(large.size()));
  }

  /** Whether there is all that a lock needs. */
  boolean isComplete() {
    return size != null && (sha256 != null || gitSha1 != null);
  }

  /**
   * Adds this to what is known.
   *
   * @param url who declares it, for the message
   * @throws ChecksumMismatchException if it contradicts what is known
   */
  ModelFile addTo(ModelFile file, String url) {
    return new ModelFile(
        file.role(),
        file.path(),
        same(file.sha256(), sha256, url),
        same(file.gitSha1(), gitSha1, url),
        same(file.size(), size, url));
  }

  private <T> @Nullable T same(@Nullable T known, @Nullable T declared, String url) {
    if (known != null && declared != null && !known.equals(declared)) {
      throw new ChecksumMismatchException(path, url, known.toString(), declared.toString());
    }
    return known == null ? declared : known;
  }

  private static @Nullable String hexOrNull(@Nullable String text, int digits) {
    return text != null && text.matches("[0-9a-f]{%d}".formatted(digits)) ? text : null;
  }

  private static @Nullable Long lengthOrNull(@Nullable Long length) {
    return Objects.requireNonNullElse(length, -1L) >= 0 ? length : null;
  }
}
