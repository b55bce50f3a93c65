package dev.larder.maven.removal;

import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.Selector;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.RecordedModel;
import dev.larder.core.store.KnownProject;
import dev.larder.core.store.ModelStore;
import dev.larder.maven.questions.Answer;
import dev.larder.maven.questions.Question;
import dev.larder.maven.questions.Questions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Removes models from a store; the record of where they came from stays. */
public final class Removal {

  private final Catalog catalog;
  private final ModelStore store;

  public Removal(Catalog catalog, ModelStore store) {
    this.catalog = catalog;
    this.store = store;
  }

  /**
   * Removes all that is named, or nothing: where another project locks one of the models, or nobody
   * agrees.
   *
   * @throws dev.larder.api.InvalidFileException if others' needs count, and are not all known
   * @throws dev.larder.api.UnknownModelException for a name that was never in the store, nor is in
   *     the catalog
   */
  public Removed run(RemovalRequest request, Questions questions) {
    Map<Selector, StoredModel> found = new LinkedHashMap<>();
    List<String> absent = new ArrayList<>();
    List<KnownProject> projects =
        projects(request.others()).stream()
            .filter(project -> !request.ownLocks().contains(project.lockFile()))
            .toList();
    for (String selector : request.selectors()) {
      List<LockedModel> models = find(selector);
      if (models.isEmpty()) {
        absent.add(selector);
      }
      models.forEach(model -> found.put(model.key(), stored(model, projects)));
    }
    List<StoredModel> models = List.copyOf(found.values());
    return new Removed(outcome(models, request, questions), models, absent);
  }

  /** Who may need what goes: all of them have to be known where that would keep it here. */
  private List<KnownProject> projects(RemovalRequest.Others others) {
    return switch (others) {
      case RESPECT -> store.projects().living();
      case IGNORE -> store.projects().knownLiving();
    };
  }

  private Removed.Outcome outcome(
      List<StoredModel> models, RemovalRequest request, Questions questions) {
    if (request.others() == RemovalRequest.Others.RESPECT
        && models.stream().anyMatch(model -> !model.lockedBy().isEmpty())) {
      return Removed.Outcome.LOCKED;
    }
    if (models.isEmpty()) {
      return Removed.Outcome.REMOVED;
    }
    Answer answer = questions.ask(new Question(question(models), Answer.NO));
    return switch (answer) {
      case YES -> {
        models.forEach(model -> store.remove(model.model()));
        yield Removed.Outcome.REMOVED;
      }
      case NO -> Removed.Outcome.DECLINED;
      case NONE -> Removed.Outcome.UNASKED;
    };
  }

  private static String question(List<StoredModel> models) {
    return "Remove %s?"
        .formatted(models.stream().map(StoredModel::text).collect(Collectors.joining(", ")));
  }

  private List<LockedModel> find(String selector) {
    List<LockedModel> here = store.models().stream().map(RecordedModel::model).toList();
    Selector asked = meaning(selector, here);
    return here.stream()
        .filter(
            model ->
                model.key().name().equals(asked.name())
                    && (asked.variant() == null || asked.variant().equals(model.variant()))
                    && (asked.revision() == null || asked.revision().equals(model.revision())))
        .toList();
  }

  /** What is in the store may be called as it is there, though the catalog may not know it. */
  private Selector meaning(String selector, List<LockedModel> here) {
    try {
      Selector literal = Selector.parse(selector);
      if (here.stream().anyMatch(model -> model.key().name().equals(literal.name()))) {
        return literal;
      }
    } catch (IllegalArgumentException e) {
      // The catalog says what may have been meant.
    }
    return catalog.select(selector).key();
  }

  private static StoredModel stored(LockedModel model, List<KnownProject> projects) {
    return new StoredModel(
        model,
        projects.stream().filter(project -> project.models().contains(model.key())).toList());
  }
}
