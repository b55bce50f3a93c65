package dev.larder.maven.addition;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.larder.api.ModelException;
import dev.larder.maven.output.Finding;
import dev.larder.maven.preparation.FetchedModel;
import dev.larder.maven.questions.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What became of models that were to be fetched by name.
 *
 * @param answer whether somebody agreed, where that was asked
 * @param question what was asked
 * @param fetched those that are new in the store
 * @param present those that were there already, as {@code name:variant}
 * @param failures why some could not be had
 */
public record Added(
    Answer answer,
    String question,
    List<FetchedModel> fetched,
    List<String> present,
    List<ModelException> failures)
    implements Finding {

  public Added {
    fetched = List.copyOf(fetched);
    present = List.copyOf(present);
    failures = List.copyOf(failures);
  }

  static Added nothing(Answer answer, String question) {
    return new Added(answer, question, List.of(), List.of(), List.of());
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    fetched.forEach(model -> lines.add(model.line()));
    present.forEach(model -> lines.add(model + " is in the store already"));
    if (answer == Answer.NO) {
      lines.add("Nothing was fetched");
    }
    return lines;
  }

  @Override
  public void writeJson(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("fetched");
    for (FetchedModel model : fetched) {
      model.writeJson(json);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("present");
    for (String model : present) {
      json.writeString(model);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("failures");
    for (ModelException failure : failures) {
      json.writeString(failure.getMessage());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  @Override
  public Optional<String> problem() {
    if (answer == Answer.NONE) {
      return Optional.of(question + " Nobody can be asked; -Dmodels.yes says yes");
    }
    return failures.isEmpty()
        ? Optional.empty()
        : Optional.of(
            failures.stream().map(Throwable::getMessage).collect(Collectors.joining("\n")));
  }
}
