package dev.larder.core.project;

import dev.larder.core.manifest.Manifest;
import java.util.ArrayList;
import java.util.List;

/**
 * A manifest, and how far its code is from the project's own.
 *
 * @param manifest what its code declares
 * @param distance 0 for the project's own; what a nearer manifest defines takes precedence over
 *     what a farther one does
 */
record PlacedManifest(Manifest manifest, int distance) {

  /** The manifests of a class path whose first ones are the project's own, the nearest first. */
  static List<PlacedManifest> of(List<Manifest> classPath, int own) {
    List<PlacedManifest> placed = new ArrayList<>();
    for (int i = 0; i < classPath.size(); i++) {
      placed.add(new PlacedManifest(classPath.get(i), Math.min(i, own)));
    }
    return placed;
  }

  /**
   * The manifests of a running application's class path. Where its first one lies in a folder, a
   * test may be running: then tests come first, and next what they test, be it a folder or a jar.
   */
  static List<PlacedManifest> ofRunning(List<Manifest> classPath) {
    boolean mayBeTest = !classPath.isEmpty() && classPath.get(0).origin().startsWith("file:");
    return of(classPath, mayBeTest ? 2 : 1);
  }
}
