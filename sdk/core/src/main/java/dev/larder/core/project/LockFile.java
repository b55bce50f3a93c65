package dev.larder.core.project;

import dev.larder.api.StorageException;
import dev.larder.core.lock.LockFormat;
import dev.larder.core.lock.ModelsLock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A lock on disk.
 *
 * @param path beside a project's pom, or in the classes that are packed
 */
public record LockFile(Path path) {

  /**
   * The lock; empty where there is none.
   *
   * @throws dev.larder.api.InvalidFileException if it cannot be understood
   */
  public ModelsLock read() {
    try (InputStream input = Files.newInputStream(path)) {
      return LockFormat.read(input, path.toString());
    } catch (NoSuchFileException e) {
      return ModelsLock.empty();
    } catch (IOException e) {
      throw failure("it cannot be read", e);
    }
  }

  /** Replaces the lock in one step. */
  public void write(ModelsLock lock) {
    Path folder = path.toAbsolutePath().getParent();
    try {
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Path temporary = path.resolveSibling(path.getFileName() + ".tmp");
      Files.write(temporary, LockFormat.write(lock));
      Files.move(
          temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw failure("it cannot be written", e);
    }
  }

  private StorageException failure(String problem, IOException e) {
    return new StorageException(
        path.toString(), problem, "check the permissions of the file and its folder", e);
  }
}
