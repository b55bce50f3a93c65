package dev.larder.maven.report;

import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.RecordedModel;
import dev.larder.core.lock.Scope;
import dev.larder.core.store.ProvenanceRecord;
import dev.larder.maven.output.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a project locks, as a page.
 *
 * @param models what it locks
 * @param record where the files on this machine came from
 */
public record ModelsPage(List<LockedModel> models, ProvenanceRecord record) {

  private static final String TITLE = "Machine-learning models";

  public ModelsPage {
    models = List.copyOf(models);
  }

  /** All of them first, then each of them. */
  List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section(TITLE, List.of(summary()), overview()));
    models.forEach(model -> sections.add(section(model)));
    return sections;
  }

  private String summary() {
    long size = models.stream().mapToLong(LockedModel::size).sum();
    return models.isEmpty()
        ? "This project locks no models."
        : "This project locks %d %s, %s together."
            .formatted(models.size(), models.size() == 1 ? "model" : "models", Sizes.text(size));
  }

  private Table overview() {
    return new Table(
        List.of("Model", "Variant", "Dimensions", "Size", "Licence", "Source"),
        models.stream()
            .map(
                model ->
                    List.of(
                        title(model),
                        model.variant(),
                        model.dimensions() == 0 ? "" : Integer.toString(model.dimensions()),
                        size(model.size()),
                        model.licence(),
                        model.source().text()))
            .toList());
  }

  private static String title(LockedModel model) {
    return model.scope() == Scope.TEST ? model.label() + " (tests only)" : model.label();
  }

  private Section section(LockedModel model) {
    Optional<RecordedModel> recorded = record.find(model);
    return new Section(
        title(model),
        List.of(
            "%s at revision %s. Licence: %s. Digests vouched for by: %s."
                .formatted(
                    model.source().text(),
                    model.revision(),
                    model.licence(),
                    model.integrity().word()),
            recorded
                .map(
                    known ->
                        "Came into the store of this machine at %s.".formatted(known.downloaded()))
                .orElse("Not known to the store of this machine.")),
        files(model, recorded));
  }

  private static Table files(LockedModel model, Optional<RecordedModel> recorded) {
    return new Table(
        List.of("File", "Role", "Size", "SHA-256", "From"),
        model.files().stream()
            .map(
                file ->
                    List.of(
                        file.path(),
                        file.role().word(),
                        size(file.size()),
                        file.sha256(),
                        recorded.map(known -> known.from(file).url()).orElse("")))
            .toList());
  }

  /** A number and its unit stay on one line. */
  private static String size(long bytes) {
    return Sizes.text(bytes).replace(' ', '\u00a0');
  }
}
