package dev.larder.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Memory that native code can use, for what one run reads and writes; used again by the next run,
 * and as large as the largest one needed. For one run at a time.
 */
final class RunMemory {

  private final Map<String, ByteBuffer> inputs = new HashMap<>();
  private ByteBuffer output = allocate(0);

  /** Room for so many bytes of an input, with whatever stood there before. */
  ByteBuffer input(String name, int bytes) {
    ByteBuffer buffer = fitting(inputs.get(name), bytes);
    inputs.put(name, buffer);
    return buffer.clear().limit(bytes);
  }

  /** Room for so many numbers of the output, with whatever stood there before. */
  FloatBuffer output(int numbers) {
    output = fitting(output, Math.multiplyExact(numbers, Float.BYTES));
    return output.clear().limit(numbers * Float.BYTES).asFloatBuffer();
  }

  private static ByteBuffer fitting(@Nullable ByteBuffer buffer, int bytes) {
    return buffer == null || buffer.capacity() < bytes ? allocate(grown(bytes)) : buffer;
  }

  /** More than is asked for, so that texts that grow by a token do not ask for memory each. */
  private static int grown(int bytes) {
    return Math.max(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, bytes * 5L / 4));
  }

  private static ByteBuffer allocate(int bytes) {
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
  }
}
