/** What class files say of models, whoever compiled them. */
@NullMarked
package dev.larder.core.classfile;

import org.jspecify.annotations.NullMarked;
