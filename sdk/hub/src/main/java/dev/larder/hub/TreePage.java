package dev.larder.hub;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * A page of the listing of a tree.
 *
 * @param entries files and folders
 * @param next where there are more; null on the last page
 */
record TreePage(List<Entry> entries, @Nullable HttpUrl next) {

  static final TreePage NONE = new TreePage(List.of(), null);

  /**
   * A file or folder; the names are the hub's.
   *
   * @param path where it lies
   * @param size its length in bytes
   * @param oid its git blob SHA-1; of a large file, that of the pointer in its place
   * @param lfs what is different for a large file
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Entry(
      @Nullable String path, @Nullable Long size, @Nullable String oid, @Nullable LargeFile lfs) {}

  Optional<HubFile> find(String path) {
    return entries.stream()
        .filter(entry -> path.equals(entry.path()))
        .findFirst()
        .map(entry -> HubFile.of(path, entry.oid(), entry.size(), entry.lfs()));
  }
}
