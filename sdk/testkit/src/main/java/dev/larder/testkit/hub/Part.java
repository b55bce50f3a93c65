package dev.larder.testkit.hub;

/** So many bytes of a content from a place on, and zeros behind them that belong to nothing. */
record Part(Content content, long from, long count, long surplus) {

  static final Part NOTHING = whole(Content.of(""));

  static Part whole(Content content) {
    return new Part(content, 0, content.length(), 0);
  }

  static Part of(Content content, ByteRange range) {
    return new Part(content, range.first(), range.last() - range.first() + 1, 0);
  }

  Part withSurplus(long bytes) {
    return new Part(content, from, count, surplus + bytes);
  }

  /** The one in the middle. */
  Part withWrongByte() {
    return new Part(new Flipped(content, from + count / 2), from, count, surplus);
  }

  long length() {
    return count + surplus;
  }
}
