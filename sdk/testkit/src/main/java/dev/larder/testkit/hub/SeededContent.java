package dev.larder.testkit.hub;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Content whose every eight bytes follow from the seed and their place, as in SplitMix64. */
final class SeededContent extends Content {

  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final long seed;
  private final long length;

  SeededContent(long seed, long length) {
    this.seed = seed;
    this.length = length;
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  void read(long position, byte[] target, int count) {
    int done = 0;
    while (done < count) {
      long at = position + done;
      long word = word(at >>> 3);
      int offset = (int) (at & 7);
      if (offset == 0 && count - done >= Long.BYTES) {
        LONGS.set(target, done, word);
        done += Long.BYTES;
      } else {
        target[done] = (byte) (word >>> (8 * offset));
        done++;
      }
    }
  }

  private long word(long index) {
    long mixed = seed + (index + 1) * GOLDEN_GAMMA;
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
