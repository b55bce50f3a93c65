package dev.larder.onnx;

import java.util.Arrays;

/**
 * One text as the model reads it.
 *
 * @param ids the tokens, special ones included
 * @param typeIds the segment of each token
 * @param truncated how many tokens were cut off
 */
@SuppressWarnings("ArrayRecordComponent")
record Tokens(long[] ids, long[] typeIds, int truncated) {

  /** This text with one token more. */
  Tokens followedBy(long id) {
    long[] longer = Arrays.copyOf(ids, ids.length + 1);
    longer[ids.length] = id;
    return new Tokens(longer, Arrays.copyOf(typeIds, ids.length + 1), truncated);
  }

  int length() {
    return ids.length;
  }
}
