package dev.larder.maven.checking;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.larder.api.LockOutOfDateException;
import dev.larder.api.ModelException;
import dev.larder.api.NotFetchedException;
import dev.larder.core.project.ProjectCheck;
import dev.larder.core.store.WantedModel;
import dev.larder.maven.output.Finding;
import dev.larder.projections.ProjectProjection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether declared models, lock and store agree, and projections with them.
 *
 * @param check what was found of the models
 * @param projections what was found of the projections that the project has a recipe for
 * @param lockFile the project's lock
 * @param store the folder of the store
 */
public record Checked(
    ProjectCheck check, List<ProjectProjection> projections, Path lockFile, Path store)
    implements Finding {

  public Checked {
    projections = List.copyOf(projections);
  }

  @Override
  public List<String> lines() {
    if (problem().isPresent()) {
      return List.of();
    }
    int models = check.models().size();
    List<String> lines = new ArrayList<>();
    lines.add(
        "%d declared %s: locked, in the store, and licensed as this build allows"
            .formatted(models, models == 1 ? "model" : "models"));
    for (ProjectProjection projection : projections) {
      lines.add(
          "projection %s of %s: %s"
              .formatted(
                  projection.recipe().name(),
                  projection.model().key(),
                  projection.learned().isPresent() ? "fits" : "not trained yet"));
    }
    return lines;
  }

  @Override
  public void writeJson(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("lock", lockFile.toString());
    json.writeBooleanField("agrees", problem().isEmpty());
    write(json, "models", check.models().stream().map(Checked::key).toList());
    write(json, "differences", check.differences());
    write(json, "missing", check.missing().stream().map(Checked::key).toList());
    write(json, "denied", List.copyOf(check.denied().keySet()));
    write(json, "unusable", List.copyOf(check.unusable().keySet()));
    write(json, "projections", names(projections));
    write(
        json,
        "drifted",
        names(projections.stream().filter(found -> found.problem().isPresent()).toList()));
    json.writeEndObject();
  }

  private static List<String> names(List<ProjectProjection> projections) {
    return projections.stream().map(found -> found.recipe().name()).toList();
  }

  @Override
  public Optional<String> problem() {
    List<ModelException> problems = new ArrayList<>();
    if (!check.differences().isEmpty()) {
      problems.add(
          new LockOutOfDateException(lockFile.toString(), check.differences(), "models:check"));
    }
    problems.addAll(check.denied().values());
    problems.addAll(check.unusable().values());
    for (WantedModel model : check.missing()) {
      problems.add(
          new NotFetchedException(
              model.key().text(), store.toString(), "run mvn models:fetch in this project"));
    }
    projections.stream().flatMap(found -> found.problem().stream()).forEach(problems::add);
    return problems.isEmpty()
        ? Optional.empty()
        : Optional.of(
            problems.stream().map(Throwable::getMessage).collect(Collectors.joining("\n")));
  }

  private static String key(WantedModel model) {
    return model.key().text();
  }

  private static void write(JsonGenerator json, String name, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
