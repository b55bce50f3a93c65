/**
 * Whether anything has changed since a project's models were last prepared.
 *
 * <p>This runs in every build, and most builds change nothing. So it asks the file system and the
 * model of the build only, and loads little: a digest, for instance, would take longer to load than
 * everything here takes together.
 */
@NullMarked
package dev.larder.maven.uptodate;

import org.jspecify.annotations.NullMarked;
