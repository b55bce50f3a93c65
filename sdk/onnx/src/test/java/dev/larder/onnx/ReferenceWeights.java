package dev.larder.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The weights of a network of the test kit, by the names that they have in its file. */
record ReferenceWeights(Map<String, TensorProto> tensors) {

  static ReferenceWeights of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new ReferenceWeights(
          ModelProto.parseFrom(in).getGraph().getInitializerList().stream()
              .collect(Collectors.toMap(TensorProto::getName, Function.identity())));
    }
  }

  double[] vector(String name) {
    ByteBuffer floats =
        tensor(name).getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    double[] vector = new double[floats.remaining() / Float.BYTES];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = floats.getFloat();
    }
    return vector;
  }

  ReferenceMatrix matrix(String name) {
    TensorProto tensor = tensor(name);
    int columns = (int) tensor.getDims(1);
    return tensor.getDataType() == TensorProto.DataType.INT8_VALUE
        ? new IntegerMatrix(tensor.getRawData().toByteArray(), vector(name + " scale")[0], columns)
        : new FloatMatrix(vector(name), columns);
  }

  private TensorProto tensor(String name) {
    return Objects.requireNonNull(tensors.get(name), name);
  }
}
