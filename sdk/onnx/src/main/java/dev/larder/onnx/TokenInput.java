package dev.larder.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A matrix with a number for each token: a row for each text, padded with 0.
 *
 * @param values which number
 * @param type how wide it is
 */
record TokenInput(ModelInput values, OnnxJavaType type) implements GraphInput {

  private static final Set<OnnxJavaType> INTEGERS =
      EnumSet.of(OnnxJavaType.INT64, OnnxJavaType.INT32);

  static Optional<GraphInput> of(String name, TensorInfo declared) {
    long[] shape = declared.getShape();
    return shape.length == 2 && shape[0] < 0 && shape[1] < 0 && INTEGERS.contains(declared.type)
        ? ModelInput.ofTensor(name).map(values -> new TokenInput(values, declared.type))
        : Optional.empty();
  }

  @Override
  public String name() {
    return values.tensorName();
  }

  @Override
  public OnnxTensor tensor(OrtEnvironment environment, TokenBatch batch, RunMemory memory)
      throws OrtException {
    int width = batch.width();
    long[] shape = {batch.rows().size(), width};
    ByteBuffer matrix = memory.input(name(), batch.rows().size() * width * type.size);
    for (int row = 0; row < batch.rows().size(); row++) {
      Tokens tokens = batch.rows().get(row);
      int start = row * width;
      for (int position = 0; position < width; position++) {
        put(matrix, start + position, position < tokens.length() ? values.at(tokens, position) : 0);
      }
    }
    return OnnxTensor.createTensor(environment, matrix, shape, type);
  }

  private void put(ByteBuffer matrix, int index, long value) {
    if (type == OnnxJavaType.INT64) {
      matrix.putLong(index * Long.BYTES, value);
    } else {
      matrix.putInt(index * Integer.BYTES, (int) value);
    }
  }
}
