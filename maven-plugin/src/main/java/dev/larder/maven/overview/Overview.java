package dev.larder.maven.overview;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.larder.maven.contents.StoreSummary;
import dev.larder.maven.output.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The store, and the projects that use it. */
public final class Overview implements Finding {

  private final StoreSummary store;
  private final List<ProjectStatus> projects;

  Overview(StoreSummary store, List<ProjectStatus> projects) {
    this.store = store;
    this.projects = List.copyOf(projects);
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(store.line());
    if (projects.isEmpty()) {
      lines.add("No project is known here: one is noted when its models are fetched");
    }
    for (ProjectStatus project : projects) {
      lines.add("");
      lines.addAll(project.lines());
    }
    return lines;
  }

  @Override
  public void writeJson(JsonGenerator json) throws IOException {
    json.writeStartObject();
    store.writeField(json);
    json.writeArrayFieldStart("projects");
    for (ProjectStatus project : projects) {
      project.writeJson(json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
