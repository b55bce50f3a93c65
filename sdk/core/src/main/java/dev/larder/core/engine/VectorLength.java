package dev.larder.core.engine;

import dev.larder.core.catalog.CatalogModel;

/** How long the vectors of a model are, as arrows. */
public enum VectorLength {
  /** 1. The zero vector has no direction, and stays as it is. */
  UNIT {
    @Override
    public void apply(float[] vector) {
      double length = measure(vector);
      if (length > 0) {
        double scale = 1 / length;
        for (int i = 0; i < vector.length; i++) {
          vector[i] = (float) (vector[i] * scale);
        }
      }
    }
  },
  /** As they come out of the network. */
  FREE {
    @Override
    public void apply(float[] vector) {}
  };

  public static VectorLength of(CatalogModel model) {
    return model.normalised() ? UNIT : FREE;
  }

  /** How long a vector is. */
  public static double measure(float[] vector) {
    double square = 0;
    for (float component : vector) {
      square += (double) component * component;
    }
    return Math.sqrt(square);
  }

  /** Gives a vector this length. */
  public abstract void apply(float[] vector);
}
