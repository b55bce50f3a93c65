package dev.larder.onnx;

import dev.larder.core.engine.TextWindow;
import java.util.Arrays;

/**
 * One text as the model reads it.
 *
 * @param ids the tokens, special ones included
 * @param typeIds the segment of each token
 * @param closing how many special tokens end it, and so have to end every part of it
 */
@SuppressWarnings("ArrayRecordComponent")
record Tokens(long[] ids, long[] typeIds, int closing) {

  /** A text of one token again and again, with nothing that begins or ends it. */
  static Tokens repeated(long id, int length) {
    long[] ids = new long[length];
    Arrays.fill(ids, id);
    return new Tokens(ids, new long[length], 0);
  }

  int length() {
    return ids.length;
  }

  /** This text with one token more. */
  Tokens followedBy(long id) {
    long[] longer = Arrays.copyOf(ids, ids.length + 1);
    longer[ids.length] = id;
    return new Tokens(longer, Arrays.copyOf(typeIds, ids.length + 1), 0);
  }

  /** The beginning of this text and the tokens that close it, at most as many as that. */
  Tokens cutTo(int length) {
    int end = Math.min(closing, length);
    return new Tokens(
        part(ids, length - end, 0, 0, end), part(typeIds, length - end, 0, 0, end), end);
  }

  /**
   * A part of this text, between the tokens that begin and those that close it.
   *
   * @param head how many tokens begin every part
   */
  Tokens window(int head, TextWindow window) {
    int from = head + window.from();
    return new Tokens(
        part(ids, head, from, window.length(), closing),
        part(typeIds, head, from, window.length(), closing),
        closing);
  }

  private static long[] part(long[] values, int head, int from, int length, int tail) {
    long[] part = Arrays.copyOf(values, head + length + tail);
    System.arraycopy(values, from, part, head, length);
    System.arraycopy(values, values.length - tail, part, head + length, tail);
    return part;
  }
}
