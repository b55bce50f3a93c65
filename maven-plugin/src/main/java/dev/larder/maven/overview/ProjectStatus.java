package dev.larder.maven.overview;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.Scope;
import dev.larder.maven.output.Sizes;
import dev.larder.maven.output.Table;
import dev.larder.maven.projections.LearnedProjection;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A project, and whether it has what it needs.
 *
 * @param project which one
 * @param projections what it learned on top of models
 * @param state whether it has what it needs
 * @param models what it locks; empty where its lock is gone or cannot be read
 * @param remedy what to do about it; empty where nothing is wrong
 */
record ProjectStatus(
    ProjectLock project,
    List<LearnedProjection> projections,
    ProjectState state,
    List<NeededModel> models,
    Optional<String> remedy) {

  ProjectStatus {
    projections = List.copyOf(projections);
    models = List.copyOf(models);
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("%s in %s".formatted(project.name(), project.folder()));
    switch (state) {
      case GONE -> lines.add("  gone: %s was moved or deleted".formatted(project.file()));
      case UNREADABLE -> lines.add("  unreadable: %s".formatted(project.file()));
      case COMPLETE, INCOMPLETE -> {
        Table table = new Table();
        models.forEach(needed -> add(table, needed));
        table.lines().forEach(line -> lines.add("  " + line));
      }
    }
    projections.forEach(projection -> lines.add("  " + projection.line()));
    remedy.ifPresent(command -> lines.add("  To fix: " + command));
    return lines;
  }

  private static void add(Table table, NeededModel needed) {
    table.row(
        needed.model().key().text(),
        needed.model().variant(),
        Sizes.text(needed.model().size()),
        needed.word().concat(mark(needed.model())));
  }

  private static String mark(LockedModel model) {
    return model.scope() == Scope.TEST ? ", for tests only" : "";
  }

  void writeJson(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", project.name());
    json.writeStringField("lock", project.file().toString());
    json.writeStringField("seen", project.seen().map(Instant::toString).orElse(null));
    json.writeStringField("state", state.word());
    json.writeArrayFieldStart("models");
    for (NeededModel needed : models) {
      json.writeStartObject();
      json.writeStringField("model", needed.model().key().text());
      json.writeStringField("variant", needed.model().variant());
      json.writeStringField("revision", needed.model().revision());
      json.writeNumberField("size", needed.model().size());
      json.writeStringField("scope", needed.model().scope().word());
      json.writeBooleanField("present", needed.isPresent());
      json.writeBooleanField("verified", needed.isVerified());
      json.writeEndObject();
    }
    json.writeEndArray();
    LearnedProjection.writeField(json, projections);
    json.writeStringField("remedy", remedy.orElse(null));
    json.writeEndObject();
  }
}
