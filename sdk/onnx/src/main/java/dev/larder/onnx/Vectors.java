package dev.larder.onnx;

import java.nio.FloatBuffer;

/**
 * What a run of a network gave: one vector for each token of each text, or one for each text.
 *
 * @param values the components, text by text and in it token by token
 * @param perText how many vectors there are for a text
 * @param dimensions how many components a vector has
 */
record Vectors(FloatBuffer values, int perText, int dimensions) {

  /** Copies a vector out. */
  void read(int text, int token, float[] into) {
    values.get((text * perText + token) * dimensions, into);
  }
}
