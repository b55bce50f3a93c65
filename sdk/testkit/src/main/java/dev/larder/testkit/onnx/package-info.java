/** Builds ONNX graphs node by node. */
@NullMarked
package dev.larder.testkit.onnx;

import org.jspecify.annotations.NullMarked;
