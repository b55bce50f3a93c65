package dev.larder.core.lock;

import dev.larder.api.InvalidFileException;
import dev.larder.core.catalog.Platform;
import dev.larder.core.catalog.Selector;
import dev.larder.core.format.Fields;
import dev.larder.core.format.StrictReader;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        input,
        file,
        fields ->
            ModelsLock.of(
                fields.remainingTables(LockFormat::readModels).stream()
                    .flatMap(List::stream)
                    .toList()));
  }

  /** One for every machine, or a table within the table for each platform. */
  private static List<LockedModel> readModels(String text, Fields fields) {
    Selector key = Selector.parse(text);
    List<Platform> platforms =
        Arrays.stream(Platform.values()).filter(platform -> fields.has(platform.word())).toList();
    return platforms.isEmpty()
        ? List.of(readModel(key, null, fields))
        : platforms.stream()
            .map(
                platform -> fields.table(platform.word(), table -> readModel(key, platform, table)))
            .toList();
  }

  private static LockedModel readModel(Selector key, @Nullable Platform platform, Fields fields) {
    return ModelTables.readModel(
        key, platform, fields, fields.tables("files", ModelTables::readFile));
  }
}
