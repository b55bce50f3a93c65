package dev.larder.core.manifest;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the code of one jar declares.
 *
 * @param uses sorted, without repetitions
 */
public record Manifest(List<ModelUse> uses) {

  /** Where a manifest lies in a jar. */
  public static final String PATH = "META-INF/larder/models.json";

  public Manifest {
    SortedSet<ModelUse> sorted = new TreeSet<>(uses);
    uses = List.copyOf(sorted);
  }

  public static Manifest of(Collection<ModelUse> uses) {
    return new Manifest(List.copyOf(uses));
  }
}
