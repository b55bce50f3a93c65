package dev.larder.core.catalog;

import dev.larder.api.InvalidFileException;
import dev.larder.core.format.Fields;
import dev.larder.core.format.StrictReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.OptionalLong;

/** Reads the catalog that is shipped with Larder: {@code catalog.json} beside this class. */
public final class CatalogReader {

  private static final String FILE = "catalog.json";

  private static final StrictReader READER =
      StrictReader.json(1, "use the jar of models-core as it was released");

  private CatalogReader() {}

  static Catalog readBuiltIn() {
    try (InputStream input = CatalogReader.class.getResourceAsStream(FILE)) {
      if (input == null) {
        throw new IllegalStateException(FILE + " is missing from models-core");
      }
      return read(input, FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a catalog of at most 1 MiB.
   *
   * @throws InvalidFileException if anything in it is not as it should be
   */
  static Catalog read(InputStream input, String file) {
    return READER.read(
        input, file, fields -> Catalog.of(fields.tables("models", CatalogReader::model)));
  }

  /** A model, as {@link CatalogWriter} writes it too. */
  public static CatalogModel model(Fields fields) {
    Shared shared =
        new Shared(
            fields.text("architecture"),
            maxTokens(fields),
            pooling(fields),
            fields.text("licence"));
    return new CatalogModel(
        fields.text("name"),
        fields.texts("aliases"),
        fields.text("description"),
        fields.word("task", Task.values(), Task::word),
        (int) fields.number("dimensions", 0, Integer.MAX_VALUE),
        fields.numbers("matryoshka"),
        fields.flag("normalised"),
        fields.text("queryPrefix"),
        fields.text("documentPrefix"),
        fields.flag("gated"),
        fields.tables("variants", table -> variant(table, shared)));
  }

  /** What a model says for all its variants, and a variant may say otherwise. */
  private record Shared(String architecture, int maxTokens, Pooling pooling, String licence) {}

  private static Variant variant(Fields fields, Shared shared) {
    return new Variant(
        fields.text("id"),
        fields.text("format"),
        fields.text("quantisation"),
        fields.has("architecture") ? fields.text("architecture") : shared.architecture,
        fields.has("maxTokens") ? maxTokens(fields) : shared.maxTokens,
        fields.has("pooling") ? pooling(fields) : shared.pooling,
        fields.has("licence") ? fields.text("licence") : shared.licence,
        Source.parse(fields.text("source")),
        fields.optionalText("revision").orElse(null),
        fields.word("attestation", Attestation.values(), Attestation::word),
        fields.has("platform") ? fields.word("platform", Platform.values(), Platform::word) : null,
        fields.tables("files", CatalogReader::file));
  }

  private static ModelFile file(Fields fields) {
    OptionalLong size = fields.optionalNumber("size", 1, Long.MAX_VALUE);
    return new ModelFile(
        fields.word("role", FileRole.values(), FileRole::word),
        fields.text("path"),
        fields.optionalText("sha256").orElse(null),
        fields.optionalText("gitSha1").orElse(null),
        size.isPresent() ? size.getAsLong() : null,
        fields.optionalTextList("mirrors").stream().map(Mirror::parse).toList());
  }

  private static int maxTokens(Fields fields) {
    return (int) fields.number("maxTokens", 1, Integer.MAX_VALUE);
  }

  private static Pooling pooling(Fields fields) {
    return fields.word("pooling", Pooling.values(), Pooling::word);
  }
}
