package dev.larder.core.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.larder.api.CorruptModelException;
import dev.larder.core.lock.LockedFile;
import dev.larder.core.lock.LockedModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The few lines that a repository has in the place of a large file, and a clone too where Git LFS
 * is not installed.
 */
final class LfsPointer {

  private static final String BEGINNING = "version https://git-lfs.github.com/spec/v1\n";

  /** The specification's limit. */
  private static final int LONGEST = 1024;

  private LfsPointer() {}

  /**
   * Lets a model pass that consists of the files themselves.
   *
   * @throws CorruptModelException if one of them is a pointer
   */
  static void refuse(LockedModel model, Path folder) {
    for (LockedFile file : model.files()) {
      Path path = file.in(folder);
      if (file.size() < LONGEST && isPointer(path)) {
        throw new CorruptModelException(
            model.key().name() + ":" + model.variant(),
            file.path(),
            "its file is a pointer of Git LFS in the place of the file itself, which git lfs pull"
                + " fetches",
            null);
      }
    }
  }

  private static boolean isPointer(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      return new String(in.readNBytes(BEGINNING.length()), US_ASCII).equals(BEGINNING);
    } catch (IOException e) {
      throw StorageFault.of(path, e);
    }
  }
}
