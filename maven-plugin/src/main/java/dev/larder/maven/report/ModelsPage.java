package dev.larder.maven.report;

import dev.larder.core.lock.LockedFile;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.RecordedModel;
import dev.larder.core.store.ProvenanceRecord;
import dev.larder.maven.output.Sizes;
import java.util.List;
import java.util.Optional;
import org.apache.maven.doxia.sink.Sink;

/**
 * What a project locks, as a page.
 *
 * @param models what it locks
 * @param record where the files on this machine came from
 */
public record ModelsPage(List<LockedModel> models, ProvenanceRecord record) {

  static final String TITLE = "Machine-learning models";

  public ModelsPage {
    models = List.copyOf(models);
  }

  /** Writes the page, and closes the sink. */
  public void write(Sink sink) {
    sink.head();
    sink.title();
    sink.text(TITLE);
    sink.title_();
    sink.head_();
    sink.body();
    sink.section1();
    sink.sectionTitle1();
    sink.text(TITLE);
    sink.sectionTitle1_();
    paragraph(sink, summary());
    if (!models.isEmpty()) {
      writeOverview(sink);
    }
    sink.section1_();
    models.forEach(model -> write(sink, model));
    sink.body_();
    sink.flush();
    sink.close();
  }

  private String summary() {
    long size = models.stream().mapToLong(LockedModel::size).sum();
    return models.isEmpty()
        ? "This project locks no models."
        : "This project locks %d %s, %s together."
            .formatted(models.size(), models.size() == 1 ? "model" : "models", Sizes.text(size));
  }

  private void writeOverview(Sink sink) {
    Cells cells = new Cells(sink);
    cells.start("Model", "Variant", "Dimensions", "Size", "Licence", "Source");
    for (LockedModel model : models) {
      cells.row(
          model.label(),
          model.variant(),
          model.dimensions() == 0 ? "" : Integer.toString(model.dimensions()),
          size(model.size()),
          model.licence(),
          model.source().text());
    }
    cells.end();
  }

  private void write(Sink sink, LockedModel model) {
    sink.section2();
    sink.sectionTitle2();
    sink.text(model.label());
    sink.sectionTitle2_();
    paragraph(
        sink,
        "%s at revision %s. Licence: %s. Digests vouched for by: %s."
            .formatted(
                model.source().text(),
                model.revision(),
                model.licence(),
                model.integrity().word()));
    Optional<RecordedModel> recorded = record.find(model);
    paragraph(
        sink,
        recorded
            .map(
                known -> "Came into the store of this machine at %s.".formatted(known.downloaded()))
            .orElse("Not known to the store of this machine."));
    Cells cells = new Cells(sink);
    cells.start("File", "Role", "Size", "SHA-256", "From");
    for (LockedFile file : model.files()) {
      cells.row(
          file.path(),
          file.role().word(),
          size(file.size()),
          file.sha256(),
          recorded.map(known -> known.url(file)).orElse(""));
    }
    cells.end();
    sink.section2_();
  }

  /** A number and its unit stay on one line. */
  private static String size(long bytes) {
    return Sizes.text(bytes).replace(' ', '\u00a0');
  }

  private static void paragraph(Sink sink, String text) {
    sink.paragraph();
    sink.text(text);
    sink.paragraph_();
  }
}
