package dev.larder.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The keys or values of tokens that a text generator has read before: texts x heads x tokens x
 * dimensions. For a vector there are no such tokens.
 *
 * @param name what the network calls it
 * @param type the type of its numbers
 * @param heads how many heads it has
 * @param dimensions how many numbers a head has for a token
 */
record PastInput(String name, OnnxJavaType type, long heads, long dimensions)
    implements GraphInput {

  /** What Optimum and Transformers.js call such inputs, before the layer's number. */
  private static final String PREFIX = "past_key_values.";

  static Optional<GraphInput> of(String name, TensorInfo declared) {
    long[] shape = declared.getShape();
    boolean fits =
        name.startsWith(PREFIX)
            && shape.length == 4
            && shape[0] < 0
            && shape[1] > 0
            && shape[2] < 0
            && shape[3] > 0
            && (declared.type == OnnxJavaType.FLOAT || declared.type == OnnxJavaType.FLOAT16);
    return fits
        ? Optional.of(new PastInput(name, declared.type, shape[1], shape[3]))
        : Optional.empty();
  }

  @Override
  public OnnxTensor tensor(OrtEnvironment environment, TokenBatch batch, RunMemory memory)
      throws OrtException {
    long[] shape = {batch.rows().size(), heads, 0, dimensions};
    return OnnxTensor.createTensor(environment, ByteBuffer.allocateDirect(0), shape, type);
  }
}
