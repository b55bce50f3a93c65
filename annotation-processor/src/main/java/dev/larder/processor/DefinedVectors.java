package dev.larder.processor;

import dev.larder.core.catalog.Pooling;
import dev.larder.core.catalog.Task;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what a definition says of vectors, and reports what is wrong with it. */
final class DefinedVectors {

  private static final String LEAVE_OUT = "leave it out, or name another engine";

  private final AnnotationFields fields;
  private final Faults faults;

  DefinedVectors(AnnotationFields fields, Faults faults) {
    this.fields = fields;
    this.faults = faults;
  }

  /** How vectors are made, once everything about them is checked. */
  Pooling read(Task task) {
    if (task != Task.EMBEDDING) {
      requireNone(task);
      return Pooling.NONE;
    }
    int dimensions = fields.number("dimensions");
    faults.unless(
        dimensions > 0,
        fields,
        "dimensions",
        "an embedding model has dimensions",
        "add dimensions = and the length of its vectors");
    List<Integer> shorter = fields.numbers("matryoshka");
    faults.unless(
        dimensions <= 0 || isFalling(dimensions, shorter),
        fields,
        "matryoshka",
        "shorter lengths lie between 0 and %d, longest first".formatted(dimensions),
        "write those that its model card names");
    return pooling();
  }

  private static boolean isFalling(int full, List<Integer> shorter) {
    List<Integer> sorted =
        shorter.stream()
            .filter(length -> length > 0 && length < full)
            .distinct()
            .sorted(Comparator.reverseOrder())
            .toList();
    return sorted.equals(shorter);
  }

  private Pooling pooling() {
    String word = fields.text("pooling");
    Optional<Pooling> pooling =
        Arrays.stream(Pooling.values())
            .filter(known -> known != Pooling.NONE && known.word().equals(word))
            .findFirst();
    faults.unless(
        pooling.isPresent(),
        fields,
        "pooling",
        word.isEmpty() ? "an embedding model has a pooling" : "no pooling is named " + word,
        "use one of "
            + Arrays.stream(Pooling.values())
                .filter(known -> known != Pooling.NONE)
                .map(Pooling::word)
                .collect(Collectors.joining(", ")));
    return pooling.orElse(Pooling.NONE);
  }

  private void requireNone(Task task) {
    String problem = "a model for %s gives no vectors".formatted(task.word());
    faults.unless(fields.number("dimensions") == 0, fields, "dimensions", problem, LEAVE_OUT);
    faults.unless(fields.numbers("matryoshka").isEmpty(), fields, "matryoshka", problem, LEAVE_OUT);
    faults.unless(fields.text("pooling").isEmpty(), fields, "pooling", problem, LEAVE_OUT);
    faults.unless(fields.text("queryPrefix").isEmpty(), fields, "queryPrefix", problem, LEAVE_OUT);
    faults.unless(
        fields.text("documentPrefix").isEmpty(), fields, "documentPrefix", problem, LEAVE_OUT);
  }
}
