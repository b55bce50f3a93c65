package dev.larder.maven.preparation;

import dev.larder.core.manifest.Manifest;
import dev.larder.maven.uptodate.Evidence;
import java.util.List;
import java.util.Optional;

/**
 * What a project's class path declares.
 *
 * @param manifests those that declare something
 * @param evidence what that rests on; empty where it may be something else though no file changes
 */
record Inputs(List<Manifest> manifests, Optional<List<Evidence>> evidence) {}
