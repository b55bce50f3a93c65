/** What Maven Resolver brings: manifests in dependencies, and models that are artifacts. */
@NullMarked
package dev.larder.maven.artifacts;

import org.jspecify.annotations.NullMarked;
