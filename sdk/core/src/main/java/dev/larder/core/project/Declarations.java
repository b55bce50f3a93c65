package dev.larder.core.project;

import dev.larder.core.lock.ModelsLock;
import dev.larder.core.manifest.Manifest;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a project and its dependencies declare.
 *
 * @param application the manifests of what is packed and of what it needs at run time; the
 *     project's own first, even if it is empty
 * @param tests the manifests of its tests and of what only they need, the tests' own first; none
 *     where they were not read
 * @param knowledge whether they were
 */
public record Declarations(
    List<Manifest> application, List<Manifest> tests, TestKnowledge knowledge) {

  public Declarations {
    application = List.copyOf(application);
    tests = List.copyOf(tests);
  }

  /** Of the application alone. */
  public static Declarations of(List<Manifest> application) {
    return new Declarations(application, List.of(), TestKnowledge.UNKNOWN);
  }

  /** All manifests, the application's first. */
  public List<Manifest> manifests() {
    return Stream.concat(application.stream(), tests.stream()).toList();
  }

  /**
   * Where each of them stands. A model has one entry in the lock, so tests cannot define it
   * otherwise than the application finds it; only before what they alone need do they take
   * precedence.
   */
  List<PlacedManifest> placed() {
    return Stream.of(application, tests)
        .flatMap(manifests -> PlacedManifest.of(manifests, 1).stream())
        .toList();
  }

  /** Whether nothing at all is declared. */
  public boolean isEmpty() {
    return manifests().stream().allMatch(Manifest::isEmpty);
  }

  /**
   * Whether nothing at all is declared though a lock has models that should be: mostly the
   * annotation processor did not run then.
   */
  public boolean areMissing(ModelsLock lock) {
    return isEmpty() && !lock.models().stream().allMatch(knowledge::mayNeed);
  }
}
