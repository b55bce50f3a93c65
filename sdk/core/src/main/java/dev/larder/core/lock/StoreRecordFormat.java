package dev.larder.core.lock;

import dev.larder.api.InvalidFileException;
import dev.larder.core.catalog.Origin;
import dev.larder.core.catalog.Provenance;
import dev.larder.core.catalog.Selector;
import dev.larder.core.format.Fields;
import dev.larder.core.format.StrictReader;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A store's record: the format of a lock, with a time for each model and an origin for each file.
 */
public final class StoreRecordFormat {

  private static final int VERSION = 1;

  /** What a person is to do about a record that cannot be used. */
  public static final String REMEDY =
      "mend it, or delete it; the models stay, only where they came from is forgotten";

  private static final StrictReader READER = StrictReader.toml(VERSION, REMEDY);

  private StoreRecordFormat() {}

  /** The record as text in UTF-8. */
  public static byte[] write(StoreRecord record) {
    TomlText text = TomlText.ofVersion(VERSION);
    for (RecordedModel recorded : record.models()) {
      LockedModel model = recorded.model();
      ModelTables.write(text, model);
      text.field("downloaded", recorded.downloaded());
      for (LockedFile file : model.files()) {
        ModelTables.write(text, model, file);
        Provenance from = recorded.from(file);
        text.field("origin", from.origin().word()).field("url", from.url());
      }
    }
    return text.toBytes();
  }

  /**
   * Reads a record of at most 1 MiB.
   *
   * @param file what is read, for messages
   * @throws InvalidFileException if it is not a record, or one of a newer version
   */
  public static StoreRecord read(InputStream input, String file) {
    return READER.read(
        input,
        file,
        fields -> StoreRecord.of(fields.remainingTables(StoreRecordFormat::readModel)));
  }

  private static RecordedModel readModel(String text, Fields fields) {
    Selector key = Selector.parse(text);
    Map<String, Provenance> from = new HashMap<>();
    List<LockedFile> files =
        fields.tables(
            "files",
            table -> {
              LockedFile file = ModelTables.readFile(table);
              from.put(file.path(), readProvenance(table));
              return file;
            });
    LockedModel model = ModelTables.readModel(key, null, fields, files);
    return new RecordedModel(model, fields.instant("downloaded"), from);
  }

  private static Provenance readProvenance(Fields table) {
    Origin origin =
        table.has("origin") ? table.word("origin", Origin.values(), Origin::word) : Origin.UNKNOWN;
    return new Provenance(origin, table.text("url"));
  }
}
