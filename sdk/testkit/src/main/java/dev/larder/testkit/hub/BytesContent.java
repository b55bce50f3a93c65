package dev.larder.testkit.hub;

/** Content that is in memory. */
final class BytesContent extends Content {

  private final byte[] bytes;

  BytesContent(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public long length() {
    return bytes.length;
  }

  @Override
  void read(long position, byte[] target, int count) {
    System.arraycopy(bytes, (int) position, target, 0, count);
  }
}
