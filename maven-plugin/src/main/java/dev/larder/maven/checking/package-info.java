/** Whether declared models, lock and store agree. */
@NullMarked
package dev.larder.maven.checking;

import org.jspecify.annotations.NullMarked;
