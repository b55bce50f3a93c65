package dev.larder.core.project;

import dev.larder.core.file.AtomicFile;
import dev.larder.core.file.Place;
import dev.larder.core.lock.LockFormat;
import dev.larder.core.lock.ModelsLock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

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
      throw Place.PROJECT.fault(path, e);
    }
  }

  /**
   * Replaces the lock in one step.
   *
   * @throws dev.larder.api.StorageException if it cannot be written
   */
  public void write(ModelsLock lock) {
    AtomicFile.ofProject(path).write(LockFormat.write(lock));
  }
}
