package dev.larder.core.store;

import dev.larder.core.lock.LockedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Hashes files of one model's folder, and writes down what they have. */
final class FolderHashing {

  private final Path folder;
  private final KnownDigests digests;
  private final List<VerificationStamp.Line> lines = new ArrayList<>();
  private final List<LockedFile> wrong = new ArrayList<>();

  FolderHashing(Path folder, KnownDigests digests) {
    this.folder = folder;
    this.digests = digests;
  }

  /** Hashes a file, unless this process did since it looks so. */
  void once(LockedFile file) {
    Path path = file.in(folder);
    try {
      check(file, path, FileLook.settled(path));
    } catch (IOException e) {
      wrong.add(file);
    }
  }

  /** Hashes a file, whatever is known of it. */
  void again(LockedFile file) {
    Path path = file.in(folder);
    try {
      FileLook look = FileLook.settled(path);
      digests.forget(path, look);
      check(file, path, look);
    } catch (IOException e) {
      wrong.add(file);
    }
  }

  private void check(LockedFile file, Path path, FileLook look) {
    Optional<String> digest = digests.of(path, look);
    if (!look.isYoung()) {
      digest
          .map(sha256 -> new VerificationStamp.Line(sha256, look, file.path()))
          .ifPresent(lines::add);
    }
    if (digest.filter(file.sha256()::equals).isEmpty()) {
      wrong.add(file);
    }
  }

  /** The files that are missing, cannot be read or have other bytes. */
  List<LockedFile> wrong() {
    return List.copyOf(wrong);
  }

  /**
   * Writes into the folder's stamp which digests the files have, the wrong ones too, so that nobody
   * hashes them again.
   *
   * @throws dev.larder.api.StorageException if that is not possible
   */
  void writeDown() {
    if (!lines.isEmpty()) {
      VerificationStamp.read(folder).with(lines).write(folder);
    }
  }
}
