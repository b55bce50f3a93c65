package dev.larder.testkit.tiny;

import java.util.List;

/**
 * The token embeddings. A piece's vector is its root's own direction, mixed by the weight of its
 * kind with one direction that all pieces share: dimensions 0 and 1, which the network's last norm
 * drops. So a function word adds next to nothing to a text's mean, although every vector is of the
 * same length.
 */
final class PieceVectors {

  /** How many leading dimensions the shared direction takes. */
  static final int SHARED = 2;

  private PieceVectors() {}

  /** Row after row, one for each piece; the numbers of a row have a mean square of 1. */
  static float[] of(List<Piece> pieces, int dimensions) {
    float[] rows = new float[pieces.size() * dimensions];
    for (int i = 0; i < pieces.size(); i++) {
      fill(rows, i * dimensions, dimensions, pieces.get(i));
    }
    return rows;
  }

  private static void fill(float[] rows, int start, int dimensions, Piece piece) {
    double weight = piece.kind().weight();
    double shared = Math.sqrt((1 - weight * weight) * dimensions / SHARED);
    rows[start] = (float) shared;
    rows[start + 1] = (float) -shared;
    float[] own = new NamedNumbers("piece " + piece.root()).spread(dimensions - SHARED, 1);
    double mean = 0;
    for (float value : own) {
      mean += value / own.length;
    }
    double squares = 0;
    for (float value : own) {
      squares += (value - mean) * (value - mean);
    }
    double scale = weight * Math.sqrt(dimensions / squares);
    for (int i = 0; i < own.length; i++) {
      rows[start + SHARED + i] = (float) ((own[i] - mean) * scale);
    }
  }
}
