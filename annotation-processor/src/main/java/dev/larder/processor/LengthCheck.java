package dev.larder.processor;

import dev.larder.api.ConflictingDeclarationsException;
import dev.larder.api.DimensionMismatchException;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Holds every {@code @Dimensions} against the model, and against the other uses of its selector.
 */
final class LengthCheck {

  private final Diagnostics diagnostics;
  private final Map<String, Declaration> firstUses = new HashMap<>();
  private final Map<String, Integer> lengths = new HashMap<>();
  private final Map<String, List<Declaration>> byType = new HashMap<>();

  LengthCheck(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** A use of a model. */
  void check(Declaration use, CatalogModel model) {
    int length = use.length().map(Length::dimensions).orElse(model.dimensions());
    if (use.length().isPresent() && !model.possibleDimensions().contains(length)) {
      diagnostics.error(
          use.length().get().place(),
          new DimensionMismatchException(
              use.selector(), length, model.possibleDimensions(), use.topLevelType()));
      return;
    }
    if (model.task() != Task.EMBEDDING) {
      return;
    }
    byType.computeIfAbsent(use.topLevelType(), type -> new ArrayList<>()).add(use);
    Declaration first = firstUses.putIfAbsent(use.selector(), use);
    if (first == null) {
      lengths.put(use.selector(), length);
    } else if (lengthOf(first) != length) {
      diagnostics.error(
          use.length().map(Length::place).orElse(use.place()),
          new ConflictingDeclarationsException(
              use.selector(),
              new ConflictingDeclarationsException.Place(
                  first.topLevelType(), lengthOf(first) + " dimensions"),
              new ConflictingDeclarationsException.Place(
                  use.topLevelType(), length + " dimensions"),
              "agree on one length, or give the model another name for the other with @ModelAlias"));
    }
  }

  /** A length that stands alone, once all uses are known. */
  void check(LoneLength lone) {
    for (Declaration use : byType.getOrDefault(lone.topLevelType(), List.of())) {
      if (lengthOf(use) != lone.length().dimensions()) {
        diagnostics.error(
            lone.length().place(),
            new DimensionMismatchException(
                use.selector(), lone.length().dimensions(), lengthOf(use), lone.topLevelType()));
        return;
      }
    }
  }

  private int lengthOf(Declaration use) {
    return Objects.requireNonNull(lengths.get(use.selector()));
  }
}
