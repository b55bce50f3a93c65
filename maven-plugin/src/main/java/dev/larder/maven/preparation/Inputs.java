package dev.larder.maven.preparation;

import dev.larder.core.project.Declarations;
import dev.larder.maven.uptodate.Evidence;
import java.util.List;
import java.util.Optional;

/**
 * What a project's class path declares.
 *
 * @param declarations all of it
 * @param evidence what that rests on; empty where it may be something else though no file changes
 */
record Inputs(Declarations declarations, Optional<List<Evidence>> evidence) {}
