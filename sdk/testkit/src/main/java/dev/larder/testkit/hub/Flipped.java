package dev.larder.testkit.hub;

import java.io.IOException;

/** Content of which one byte is wrong. */
final class Flipped extends Content {

  private final Content content;
  private final long wrong;

  Flipped(Content content, long wrong) {
    this.content = content;
    this.wrong = wrong;
  }

  @Override
  public long length() {
    return content.length();
  }

  @Override
  void read(long position, byte[] target, int count) throws IOException {
    content.read(position, target, count);
    if (position <= wrong && wrong < position + count) {
      target[(int) (wrong - position)] ^= 1;
    }
  }
}
