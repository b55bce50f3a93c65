package dev.larder.core.lock;

import dev.larder.api.InvalidFileException;
import dev.larder.core.catalog.Selector;
import dev.larder.core.format.Fields;
import dev.larder.core.format.StrictReader;
import java.io.InputStream;

/**
 * A project's lock as TOML: sorted, so that equal locks are equal bytes and a change is one hunk.
 */
public final class LockFormat {

  private static final int VERSION = 1;

  private static final StrictReader READER =
      StrictReader.toml(
          VERSION, "restore it from version control, or delete it and run mvn models:fetch");

  private LockFormat() {}

  /** The lock as text in UTF-8. */
  public static byte[] write(ModelsLock lock) {
    TomlText text = TomlText.ofVersion(VERSION);
    for (LockedModel model : lock.models()) {
      ModelTables.write(text, model);
      model.files().forEach(file -> ModelTables.write(text, model, file));
    }
    return text.toBytes();
  }

  /**
   * Reads a lock of at most 1 MiB.
   *
   * @param file what is read, for messages
   * @throws InvalidFileException if it is not a lock, or one of a newer version
   */
  public static ModelsLock read(InputStream input, String file) {
    return READER.read(
        input, file, fields -> ModelsLock.of(fields.remainingTables(LockFormat::readModel)));
  }

  private static LockedModel readModel(String key, Fields fields) {
    return ModelTables.readModel(
        Selector.parse(key), fields, fields.tables("files", ModelTables::readFile));
  }
}
