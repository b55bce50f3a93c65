package dev.larder.maven.removal;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.larder.core.store.KnownProject;
import dev.larder.maven.output.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of models that were to leave the store.
 *
 * @param outcome the same for all of them
 * @param models those that were in the store
 * @param absent the selectors of which nothing was there
 */
public record Removed(Outcome outcome, List<StoredModel> models, List<String> absent)
    implements Finding {

  /** How it ended. */
  public enum Outcome {
    REMOVED,
    /** The person said no. */
    DECLINED,
    /** Nobody could be asked. */
    UNASKED,
    /** Another project locks at least one of them. */
    LOCKED
  }

  public Removed {
    models = List.copyOf(models);
    absent = List.copyOf(absent);
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    absent.forEach(selector -> lines.add("%s is not in the store".formatted(selector)));
    if (outcome == Outcome.DECLINED) {
      lines.add("Nothing was removed");
    }
    if (outcome == Outcome.REMOVED && !models.isEmpty()) {
      models.forEach(model -> lines.add("Removed " + model.text()));
      if (models.stream().anyMatch(StoredModel::isKnownElsewhere)) {
        lines.add(
            "To get it back: mvn models:add -Dmodels.name="
                + names(models.stream().filter(StoredModel::isKnownElsewhere)));
      }
    }
    return lines;
  }

  @Override
  public void writeJson(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("outcome", outcome.name().toLowerCase(Locale.ROOT));
    json.writeArrayFieldStart("models");
    for (StoredModel model : models) {
      json.writeStartObject();
      json.writeStringField("model", model.model().key().text());
      json.writeNumberField("size", model.model().size());
      json.writeArrayFieldStart("lockedBy");
      for (KnownProject project : model.lockedBy()) {
        json.writeString(project.lockFile().toString());
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("absent");
    for (String selector : absent) {
      json.writeString(selector);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  @Override
  public Optional<String> problem() {
    return switch (outcome) {
      case REMOVED, DECLINED -> Optional.empty();
      case UNASKED ->
          Optional.of(
              "%s would be removed, and nobody can be asked; -Dmodels.yes says yes"
                  .formatted(names(models.stream())));
      case LOCKED ->
          Optional.of(
              models.stream()
                  .filter(model -> !model.lockedBy().isEmpty())
                  .map(Removed::refusal)
                  .collect(
                      Collectors.joining("\n", "", "\n-Dmodels.force removes it all the same")));
    };
  }

  private static String refusal(StoredModel model) {
    return model.lockedBy().stream()
        .map(project -> "%s (%s)".formatted(project.name(), project.lockFile()))
        .collect(Collectors.joining(", ", model.model().key() + " is locked by ", ""));
  }

  private static String names(Stream<StoredModel> models) {
    return models.map(model -> model.model().key().text()).collect(Collectors.joining(","));
  }
}
