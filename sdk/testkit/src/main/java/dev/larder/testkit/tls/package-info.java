/** TLS as servers on the public web have it: a root, an intermediate, and certificates below it. */
@NullMarked
package dev.larder.testkit.tls;

import org.jspecify.annotations.NullMarked;
