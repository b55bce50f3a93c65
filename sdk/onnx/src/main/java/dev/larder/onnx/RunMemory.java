package dev.larder.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.EnumMap;
import java.util.Map;

/**
 * Memory that native code can use, for what one run reads and writes; used again by the next run,
 * and as large as the largest one needed. For one run at a time.
 */
final class RunMemory {

  private final Map<ModelInput, LongBuffer> inputs = new EnumMap<>(ModelInput.class);
  private FloatBuffer output = allocate(0).asFloatBuffer();

  /** Room for so many values of an input, with whatever stood there before. */
  LongBuffer input(ModelInput input, int values) {
    LongBuffer buffer = inputs.get(input);
    if (buffer == null || buffer.capacity() < values) {
      buffer = allocate(grown(values) * Long.BYTES).asLongBuffer();
      inputs.put(input, buffer);
    }
    return buffer.clear().limit(values);
  }

  /** Room for so many values of the output, with whatever stood there before. */
  FloatBuffer output(int values) {
    if (output.capacity() < values) {
      output = allocate(grown(values) * Float.BYTES).asFloatBuffer();
    }
    return output.clear().limit(values);
  }

  /** A little more, so that texts that are longer by a token do not ask for memory each. */
  private static int grown(int values) {
    return values + values / 4;
  }

  private static ByteBuffer allocate(int bytes) {
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
  }
}
