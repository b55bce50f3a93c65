package dev.larder.onnx;

/**
 * One text as the model reads it.
 *
 * @param ids the tokens, special ones included
 * @param typeIds the segment of each token
 * @param truncated how many tokens were cut off
 */
@SuppressWarnings("ArrayRecordComponent")
record Tokens(long[] ids, long[] typeIds, int truncated) {

  /** A single token, without any special ones. */
  static Tokens ofSingle(long id) {
    return new Tokens(new long[] {id}, new long[1], 0);
  }

  int length() {
    return ids.length;
  }
}
