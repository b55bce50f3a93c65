package dev.larder.core.gguf;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** How many rounds there are, and how many with {@code -Psoak}, the pom says. */
class GgufFuzzTest {

  /** Far more than a sound header of this length needs, and less than any number that it claims. */
  private static final long MOST_MEMORY = 1 << 20;

  private static final List<byte[]> SOUND =
      List.of(
          SampleGguf.encoder().bytes(),
          SampleGguf.chat().bytes(),
          SampleGguf.chat().tensor("a", 12, 0, 256, 2).tensor("b", 30, 288, 3).data(294).bytes());

  private static final long[] BAD_NUMBERS = {
    0, 1, -1, 9, 1L << 31, 1L << 32, 1L << 60, 1L << 62, Long.MAX_VALUE, Long.MIN_VALUE
  };

  /** A change of a file. */
  private interface Mutation {
    byte[] of(byte[] file);
  }

  @Property
  void whateverChangesItIsReadOrRefusedInLittleMemory(
      @ForAll("files") byte[] sound, @ForAll("mutations") List<Mutation> mutations) {
    byte[] file = sound;
    for (Mutation mutation : mutations) {
      file = mutation.of(file);
    }
    assertReadOrRefused(file);
  }

  @Property
  void bytesWithoutSenseAreRefused(@ForAll byte[] rest) {
    byte[] start = Arrays.copyOf(SampleGguf.empty().bytes(), 8);
    byte[] file = Arrays.copyOf(start, start.length + rest.length);
    System.arraycopy(rest, 0, file, start.length, rest.length);
    assertReadOrRefused(file);
  }

  private static void assertReadOrRefused(byte[] file) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    String outcome = outcome(file);
    long memory = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(memory).isLessThan(MOST_MEMORY);
    assertThat(outcome).isNotEmpty().doesNotContain("\u001b");
  }

  private static String outcome(byte[] file) {
    try {
      return GgufHeader.of(ByteBuffer.wrap(file), file.length).architecture();
    } catch (MalformedGgufException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Provide
  Arbitrary<byte[]> files() {
    return Arbitraries.of(SOUND);
  }

  @Provide
  Arbitrary<List<Mutation>> mutations() {
    Arbitrary<Integer> places = Arbitraries.integers().between(0, 1 << 12);
    return Arbitraries.oneOf(
            Combinators.combine(places, Arbitraries.bytes()).as(GgufFuzzTest::octet),
            Combinators.combine(places, badNumbers()).as(GgufFuzzTest::number),
            Combinators.combine(places, places).as(GgufFuzzTest::withPartTwice),
            places.map(GgufFuzzTest::cut))
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  private static Arbitrary<Long> badNumbers() {
    return Arbitraries.of(Arrays.stream(BAD_NUMBERS).boxed().toList());
  }

  private static Mutation octet(int place, byte value) {
    return file -> {
      byte[] changed = file.clone();
      if (changed.length > 0) {
        changed[place % changed.length] = value;
      }
      return changed;
    };
  }

  private static Mutation number(int place, long value) {
    return file -> {
      byte[] changed = file.clone();
      if (changed.length >= Long.BYTES) {
        ByteBuffer.wrap(changed)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(place % (changed.length - Long.BYTES + 1), value);
      }
      return changed;
    };
  }

  private static Mutation withPartTwice(int from, int to) {
    return file -> {
      int start = Math.min(Math.min(from, to), file.length);
      int end = Math.min(Math.max(from, to), file.length);
      byte[] changed = Arrays.copyOf(file, file.length + end - start);
      System.arraycopy(file, start, changed, end, file.length - start);
      return changed;
    };
  }

  private static Mutation cut(int length) {
    return file -> Arrays.copyOf(file, Math.min(length, file.length));
  }
}
