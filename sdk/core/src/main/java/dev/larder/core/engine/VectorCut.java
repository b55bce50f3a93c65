package dev.larder.core.engine;

import dev.larder.api.DimensionMismatchException;
import dev.larder.api.EmbeddingEngine;
import dev.larder.core.catalog.Selection;
import java.util.Arrays;

/**
 * Vectors of fewer dimensions, for models that were trained to be cut (Matryoshka representation
 * learning, Kusupati et al., NeurIPS 2022): the first components, brought to the model's length
 * again.
 */
public final class VectorCut {

  /**
   * The architecture whose vectors are layer-normalised before they are cut, as the model card of
   * nomic-embed-text-v1.5 says. Of that, dividing by the deviation is undone by the new length.
   */
  private static final String CENTRED = "nomic-bert";

  private final Selection selection;
  private final int dimensions;

  private VectorCut(Selection selection, int dimensions) {
    this.selection = selection;
    this.dimensions = dimensions;
  }

  /**
   * Cuts a model's vectors.
   *
   * @param dimensions how many are left
   * @param where what asks for them, for the message
   * @throws DimensionMismatchException if the model does not give as many; names those it gives
   */
  public static VectorCut of(Selection selection, int dimensions, String where) {
    if (!selection.model().possibleDimensions().contains(dimensions)) {
      throw new DimensionMismatchException(
          selection.model().name(), dimensions, selection.model().possibleDimensions(), where);
    }
    return new VectorCut(selection, dimensions);
  }

  /** A view of the model's engine. Closing it closes the engine. */
  public EmbeddingEngine of(EmbeddingEngine engine) {
    return dimensions == selection.model().dimensions() ? engine : new CutEngine(engine, this);
  }

  int dimensions() {
    return dimensions;
  }

  float[] of(float[] vector) {
    float[] cut = Arrays.copyOf(vector, dimensions);
    VectorLength length = VectorLength.of(selection.model());
    if (length == VectorLength.UNIT && selection.variant().architecture().equals(CENTRED)) {
      centre(cut, mean(vector));
    }
    length.apply(cut);
    return cut;
  }

  private static double mean(float[] vector) {
    double sum = 0;
    for (float component : vector) {
      sum += component;
    }
    return sum / vector.length;
  }

  private static void centre(float[] vector, double mean) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (vector[i] - mean);
    }
  }
}
