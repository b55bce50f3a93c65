package dev.larder.its.models;

import dev.larder.api.Embedding;
import java.util.List;

/** A vector, whoever made it. */
// Nothing compares it with equals.
@SuppressWarnings("ArrayRecordComponent")
record Vector(float[] components) {

  static List<Vector> of(List<Embedding> embeddings) {
    return embeddings.stream().map(embedding -> new Vector(embedding.vector())).toList();
  }

  /** The vector of length 1 in a direction. */
  static Vector unit(double[] direction) {
    double square = 0;
    for (double component : direction) {
      square += component * component;
    }
    float[] unit = new float[direction.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (direction[i] / Math.sqrt(square));
    }
    return new Vector(unit);
  }

  double length() {
    return Math.sqrt(dot(this));
  }

  double cosine(Vector other) {
    return dot(other) / length() / other.length();
  }

  double distance(Vector other) {
    double square = 0;
    for (int i = 0; i < components.length; i++) {
      double difference = (double) components[i] - other.components[i];
      square += difference * difference;
    }
    return Math.sqrt(square);
  }

  /** The largest difference of two components. */
  double farthest(Vector other) {
    double farthest = 0;
    for (int i = 0; i < components.length; i++) {
      farthest = Math.max(farthest, Math.abs((double) components[i] - other.components[i]));
    }
    return farthest;
  }

  private double dot(Vector other) {
    double dot = 0;
    for (int i = 0; i < components.length; i++) {
      dot += (double) components[i] * other.components[i];
    }
    return dot;
  }
}
