package dev.larder.maven.initialisation;

import dev.larder.core.store.WantedModel;
import dev.larder.maven.output.Sizes;
import dev.larder.maven.output.Table;
import dev.larder.maven.questions.Answer;
import dev.larder.maven.questions.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Declared models that are not in the store.
 *
 * @param models as exactly as they are known
 */
public record MissingModels(List<WantedModel> models) {

  public MissingModels {
    models = List.copyOf(models);
  }

  /** A table of them, and how large they are together. */
  public List<String> lines() {
    Table table = new Table().row("MISSING", "VARIANT", "SIZE", "LICENCE");
    for (WantedModel model : models) {
      table.row(model.key().text(), model.variant(), size(model.size()), model.licence());
    }
    long known = models.stream().mapToLong(model -> model.size().orElse(0)).sum();
    boolean exact = models.stream().allMatch(model -> model.size().isPresent());
    List<String> lines = new ArrayList<>(table.lines());
    lines.add("Together %s%s".formatted(exact ? "" : "more than ", Sizes.text(known)));
    return lines;
  }

  /** What is asked about them. */
  public Question question() {
    return new Question("Download now?", Answer.YES);
  }

  List<String> names() {
    return models.stream().map(model -> model.key().text()).toList();
  }

  private static String size(OptionalLong size) {
    return size.isPresent() ? Sizes.text(size.getAsLong()) : "?";
  }
}
