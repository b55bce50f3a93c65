/** Engines on ONNX Runtime. */
@NullMarked
package dev.larder.onnx;

import org.jspecify.annotations.NullMarked;
