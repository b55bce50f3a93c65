package dev.larder.maven.projections;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.larder.api.ModelException;
import dev.larder.projections.Figures;
import dev.larder.projections.Projection;
import dev.larder.projections.ProjectionFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A projection that is in a project.
 *
 * @param file where it is
 * @param projection what it is; empty where the file cannot be read
 */
public record LearnedProjection(Path file, Optional<Projection> projection) {

  /** Those of a project's folder, sorted by model and name. */
  public static List<LearnedProjection> of(Path project) {
    return ProjectionFolder.ofProject(project).files().stream()
        .map(LearnedProjection::read)
        .toList();
  }

  private static LearnedProjection read(Path file) {
    try {
      return new LearnedProjection(file, Optional.of(Projection.read(file)));
    } catch (ModelException e) {
      return new LearnedProjection(file, Optional.empty());
    }
  }

  /** Whether it was learned on a model. */
  public boolean isOf(String model) {
    return projection.map(learned -> learned.origin().model().name().equals(model)).orElse(false);
  }

  public String name() {
    return String.valueOf(file.getFileName()).replaceFirst("\\.safetensors$", "");
  }

  /** For people. */
  public String line() {
    return projection
        .map(
            learned ->
                "projection %s of %s: %s"
                    .formatted(name(), learned.origin().model(), figures(learned)))
        .orElse("projection %s: %s cannot be read; train it again".formatted(name(), file));
  }

  private static String figures(Projection learned) {
    Figures figures = learned.figures();
    return String.format(
        Locale.ROOT,
        "%d to %d dimensions, recall@10 %.2f, without it %.2f",
        learned.network().inputs(),
        learned.network().outputs(),
        figures.after().at10(),
        figures.before().at10());
  }

  /** For scripts: an object. */
  public void writeJson(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", name());
    json.writeStringField("file", file.toString());
    json.writeStringField(
        "model", projection.map(learned -> learned.origin().model().text()).orElse(null));
    json.writeEndObject();
  }

  /** For scripts: a field with all of them. */
  public static void writeField(JsonGenerator json, List<LearnedProjection> all)
      throws IOException {
    json.writeArrayFieldStart("projections");
    for (LearnedProjection one : all) {
      one.writeJson(json);
    }
    json.writeEndArray();
  }
}
