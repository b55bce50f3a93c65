package dev.larder.maven.migration;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.larder.api.LicenceDeniedException;
import dev.larder.maven.output.Finding;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What was found in a project, and what of it is in the store now.
 *
 * @param root the project's folder
 * @param store the folder of the store
 * @param models what the catalog knows
 * @param unknown files that look like networks, and are none of the catalog's
 */
public record Migrated(Path root, Path store, List<RecognisedModel> models, List<Path> unknown)
    implements Finding {

  public Migrated {
    models = List.copyOf(models);
    unknown = List.copyOf(unknown);
  }

  @Override
  public List<String> lines() {
    if (models.isEmpty() && unknown.isEmpty()) {
      return List.of("No model files were found in " + root);
    }
    List<String> lines = new ArrayList<>();
    models.forEach(model -> lines.addAll(lines(model)));
    unknown.forEach(file -> lines.addAll(linesOfUnknown(file)));
    addList(
        lines, "Nothing was deleted. The store has these now, so that you can delete:", copied());
    addList(lines, "Put into .gitignore, so that they do not come back:", ignored());
    return List.copyOf(lines);
  }

  private List<String> lines(RecognisedModel model) {
    String found =
        "%s is %s of %s"
            .formatted(
                String.join(", ", relative(model.files())),
                model.wanted().label(),
                model.wanted().source().text());
    if (model.denial().isPresent()) {
      return List.of(found, "  not copied, because its licence is not allowed");
    }
    if (model.isComplete()) {
      return List.of(
          found,
          "  copied into %s; declare it with @UsesModel(\"%s\")"
              .formatted(store, model.selector()));
    }
    if (!model.isPinned()) {
      return List.of(
          found,
          "  not copied, because no commit of the source is known; declare it with"
              + " @UsesModel(\"%s\") and run mvn models:fetch".formatted(model.selector()));
    }
    return List.of(
        found,
        "  copied, but %s is missing; declare it with @UsesModel(\"%s\") and run mvn models:fetch,"
                .formatted(String.join(", ", model.missing()), model.selector())
            + " which fetches only that");
  }

  private List<String> linesOfUnknown(Path file) {
    return List.of(
        relative(file) + " is not known",
        "  keep it, or see in mvn models:list whether another variant of the model would do");
  }

  private static void addList(List<String> lines, String heading, List<String> items) {
    if (!items.isEmpty()) {
      lines.add("");
      lines.add(heading);
      items.forEach(item -> lines.add("  " + item));
    }
  }

  private List<String> copied() {
    return relative(
        models.stream()
            .filter(RecognisedModel::isComplete)
            .flatMap(model -> model.files().stream())
            .toList());
  }

  private List<String> ignored() {
    return models.stream()
        .filter(model -> model.denial().isEmpty())
        .flatMap(model -> relative(model.files()).stream())
        .distinct()
        .sorted()
        .map(path -> "/" + path)
        .toList();
  }

  private List<String> relative(Collection<Path> files) {
    return files.stream().map(this::relative).distinct().sorted().toList();
  }

  private String relative(Path file) {
    return root.relativize(file).toString().replace(File.separatorChar, '/');
  }

  @Override
  public Optional<String> problem() {
    List<String> denials =
        models.stream()
            .flatMap(model -> model.denial().stream())
            .map(LicenceDeniedException::getMessage)
            .toList();
    return denials.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", denials));
  }

  @Override
  public void writeJson(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("store", store.toString());
    json.writeArrayFieldStart("models");
    for (RecognisedModel model : models) {
      json.writeStartObject();
      json.writeStringField("declare", model.selector());
      json.writeStringField("variant", model.wanted().variant());
      json.writeStringField("source", model.wanted().source().text());
      json.writeBooleanField("inStore", model.isComplete());
      json.writeBooleanField("denied", model.denial().isPresent());
      write(json, "files", relative(model.files()));
      write(json, "missing", model.missing());
      json.writeEndObject();
    }
    json.writeEndArray();
    write(json, "unknown", relative(unknown));
    write(json, "deletable", copied());
    write(json, "gitignore", ignored());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String field, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
