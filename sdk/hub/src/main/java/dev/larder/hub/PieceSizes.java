package dev.larder.hub;

/**
 * How a large file is cut.
 *
 * @param piece the length of a piece, in bytes
 * @param mostPieces how many pieces may be in memory, of all files that come at once
 * @param leastRest a file of which less is missing than this comes by one connection
 * @param sample after how many bytes a number of connections is judged
 */
record PieceSizes(int piece, int mostPieces, long leastRest, long sample) {

  static final PieceSizes STANDARD = new PieceSizes(4 << 20, 12, 32 << 20, 16 << 20);
}
