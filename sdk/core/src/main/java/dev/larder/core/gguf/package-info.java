/**
 * Reads the headers of GGUF files, without trust: every number is compared with the file's length
 * or a limit before anything rests on it. Terms, types and keys are those of the specification, <a
 * href="https://github.com/ggml-org/ggml/blob/master/docs/gguf.md">docs/gguf.md</a> of ggml.
 */
@NullMarked
package dev.larder.core.gguf;

import org.jspecify.annotations.NullMarked;
