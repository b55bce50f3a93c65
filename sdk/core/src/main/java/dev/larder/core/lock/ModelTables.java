package dev.larder.core.lock;

import dev.larder.core.catalog.FileRole;
import dev.larder.core.catalog.Platform;
import dev.larder.core.catalog.Selector;
import dev.larder.core.catalog.Source;
import dev.larder.core.format.Fields;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A locked model as TOML tables, which a project's lock and the store's record have in common. */
final class ModelTables {

  private ModelTables() {}

  /** The model's table, which more fields may follow. */
  static void write(TomlText text, LockedModel model) {
    text.table(keys(model))
        .field("variant", model.variant())
        .field("source", model.source().text())
        .field("revision", model.revision());
    if (model.dimensions() > 0) {
      text.field("dimensions", model.dimensions());
    }
    text.field("licence", model.licence()).field("integrity", model.integrity().word());
    if (model.scope() != Scope.APPLICATION) {
      text.field("scope", model.scope().word());
    }
  }

  /** The table of one of the model's files, which more fields may follow. */
  static void write(TomlText text, LockedModel model, LockedFile file) {
    text.listedTable(
            Stream.concat(Stream.of(keys(model)), Stream.of("files")).toArray(String[]::new))
        .field("role", file.role().word())
        .field("path", file.path())
        .field("sha256", file.sha256())
        .field("size", file.size());
  }

  private static String[] keys(LockedModel model) {
    String key = model.key().text();
    Platform platform = model.platform();
    return platform == null ? new String[] {key} : new String[] {key, platform.word()};
  }

  static LockedModel readModel(
      Selector key, @Nullable Platform platform, Fields fields, List<LockedFile> files) {
    return new LockedModel(
        key,
        fields.text("variant"),
        Source.parse(fields.text("source")),
        fields.text("revision"),
        (int) fields.optionalNumber("dimensions", 1, Integer.MAX_VALUE).orElse(0),
        fields.text("licence"),
        fields.word("integrity", Integrity.values(), Integrity::word),
        platform,
        fields.has("scope") ? fields.word("scope", Scope.values(), Scope::word) : Scope.APPLICATION,
        files);
  }

  static LockedFile readFile(Fields fields) {
    return new LockedFile(
        fields.word("role", FileRole.values(), FileRole::word),
        fields.text("path"),
        fields.text("sha256"),
        fields.number("size", 0, Long.MAX_VALUE));
  }
}
