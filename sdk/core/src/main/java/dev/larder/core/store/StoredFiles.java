package dev.larder.core.store;

import dev.larder.api.StorageException;
import dev.larder.core.lock.LockedFile;
import dev.larder.core.lock.LockedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files of a model, as they lie in a folder: all there, of the right sizes, and none of them
 * known to have other bytes.
 *
 * @param stamp what is written down of them
 * @param unknown those whose digests are unknown
 */
record StoredFiles(
    Path folder, VerificationStamp stamp, KnownDigests digests, List<LockedFile> unknown) {

  StoredFiles {
    unknown = List.copyOf(unknown);
  }

  /** Looks at a model's folder: a stat a file. */
  static Optional<StoredFiles> in(Path folder, LockedModel model, KnownDigests digests) {
    return in(folder, model.files(), digests);
  }

  /** Looks at a folder: a stat a file. */
  static Optional<StoredFiles> in(Path folder, List<LockedFile> files, KnownDigests digests) {
    VerificationStamp stamp = VerificationStamp.read(folder);
    List<LockedFile> unknown = new ArrayList<>();
    for (LockedFile file : files) {
      Path path = file.in(folder);
      FileLook look;
      try {
        look = FileLook.of(path);
      } catch (IOException e) {
        return Optional.empty();
      }
      if (look.size() != file.size()) {
        return Optional.empty();
      }
      // What this process saw is newer than what a stamp says.
      Optional<String> digest = digests.known(path, look);
      if (digest.isEmpty()) {
        digest = stamp.digest(file.path(), look);
      }
      if (digest.isEmpty()) {
        unknown.add(file);
      } else if (!digest.get().equals(file.sha256())) {
        return Optional.empty();
      }
    }
    return Optional.of(new StoredFiles(folder, stamp, digests, unknown));
  }

  FoundModel found() {
    return new FoundModel(folder, isVerified() ? Assurance.VERIFIED : Assurance.UNVERIFIED);
  }

  boolean isVerified() {
    return unknown.isEmpty();
  }

  /** Whether they were ever installed to the end; a copy keeps what says so. */
  boolean isStamped() {
    return !stamp.lines().isEmpty();
  }

  /**
   * Hashes the files whose digests are unknown, and writes down what they are where that is
   * possible.
   *
   * @return whether all have the right ones
   */
  boolean verify() {
    FolderHashing hashing = new FolderHashing(folder, digests);
    unknown.forEach(hashing::once);
    try {
      hashing.writeDown();
    } catch (StorageException e) {
      // Others' stores and read-only disks keep no answer; this process does.
    }
    return hashing.wrong().isEmpty();
  }
}
