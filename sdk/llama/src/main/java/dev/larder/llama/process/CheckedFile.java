package dev.larder.llama.process;

import dev.larder.api.CorruptModelException;
import dev.larder.core.fetch.Sha256;
import dev.larder.core.store.FileLook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model's file that was verified before the model was opened, and that every later worker loads
 * again. Safe for use by many threads at once.
 */
final class CheckedFile {

  private final String label;
  private final Path path;
  private final String sha256;
  private volatile Optional<FileLook> look;

  /**
   * A file as it looks now.
   *
   * @param label the model and variant, for messages
   * @param sha256 the digest that it was verified with
   */
  CheckedFile(String label, Path path, String sha256) {
    this.label = label;
    this.path = path;
    this.sha256 = sha256;
    this.look = look();
  }

  String label() {
    return label;
  }

  /**
   * Lets a file pass that has the same bytes as ever, wherever they come from.
   *
   * @throws CorruptModelException if it has others
   */
  void require() {
    Optional<FileLook> now = look();
    if (isStill(now)) {
      return;
    }
    if (!sha256.equals(digest())) {
      throw corrupt("its file has other bytes than when it was opened first", null);
    }
    look = now;
  }

  private boolean isStill(Optional<FileLook> now) {
    Optional<FileLook> before = look;
    return (before.isPresent() && now.isPresent())
        ? before.get().isStill(now.get())
        : before.isEmpty() && now.isEmpty();
  }

  private Optional<FileLook> look() {
    try {
      return Optional.of(FileLook.of(path));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private String digest() {
    try {
      return Sha256.of(path);
    } catch (IOException e) {
      throw corrupt("its file can no longer be read: " + e.getMessage(), e);
    }
  }

  private CorruptModelException corrupt(String problem, @Nullable IOException cause) {
    return new CorruptModelException(label, path.toString(), problem, cause);
  }
}
