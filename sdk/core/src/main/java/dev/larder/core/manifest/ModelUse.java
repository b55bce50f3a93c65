package dev.larder.core.manifest;

import dev.larder.core.catalog.Task;
import java.util.Comparator;

/**
 * One place in code that needs a model.
 *
 * @param model the selector as it was written
 * @param task what the place uses it for
 * @param dimensions how long the place says that vectors are; 0 where it does not say it
 * @param type the fully qualified name of the top-level type that the place is in
 */
public record ModelUse(String model, Task task, int dimensions, String type)
    implements Comparable<ModelUse> {

  private static final Comparator<ModelUse> ORDER =
      Comparator.comparing(ModelUse::model)
          .thenComparing(ModelUse::task)
          .thenComparing(ModelUse::dimensions)
          .thenComparing(ModelUse::type);

  /** A place that says nothing of dimensions. */
  public ModelUse(String model, Task task, String type) {
    this(model, task, 0, type);
  }

  @Override
  public int compareTo(ModelUse other) {
    return ORDER.compare(this, other);
  }
}
