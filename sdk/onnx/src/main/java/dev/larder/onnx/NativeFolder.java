package dev.larder.onnx;

import dev.larder.core.file.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where native libraries were loaded from.
 *
 * @param path has to stay until the code that they belong to has found them
 * @param temporary the folder that goes then; nothing where they stay for others
 */
record NativeFolder(Path path, Optional<Path> temporary) implements AutoCloseable {

  @Override
  public void close() {
    if (temporary.isPresent()) {
      try {
        Folders.remove(temporary.get());
      } catch (IOException e) {
        // Windows keeps what is in use; the temporary folder is cleaned by whoever cleans it.
      }
    }
  }
}
