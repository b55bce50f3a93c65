package dev.larder.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** A network whose numbers all have 16 bits: weights, what is computed, and what comes out. */
final class HalfPrecision {

  private static final int FLOAT = TensorProto.DataType.FLOAT_VALUE;
  private static final int HALF = TensorProto.DataType.FLOAT16_VALUE;

  private HalfPrecision() {}

  /** A network of 32-bit numbers in half of the room. */
  static ModelProto of(Path network) {
    try {
      ModelProto.Builder model = ModelProto.parseFrom(Files.readAllBytes(network)).toBuilder();
      halve(model.getGraphBuilder());
      return model.build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void halve(GraphProto.Builder graph) {
    for (TensorProto.Builder tensor : graph.getInitializerBuilderList()) {
      if (tensor.getDataType() == FLOAT) {
        tensor.setDataType(HALF).setRawData(halves(tensor.getRawData()));
      }
    }
    for (NodeProto.Builder node : graph.getNodeBuilderList()) {
      if (node.getOpType().equals("Cast")) {
        node.getAttributeBuilderList().forEach(HalfPrecision::castToHalf);
      }
    }
    for (ValueInfoProto.Builder output : graph.getOutputBuilderList()) {
      output.getTypeBuilder().getTensorTypeBuilder().setElemType(HALF);
    }
  }

  private static void castToHalf(AttributeProto.Builder attribute) {
    if (attribute.getI() == FLOAT) {
      attribute.setI(HALF);
    }
  }

  private static ByteString halves(ByteString floats) {
    FloatBuffer numbers =
        floats.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    ByteBuffer halves =
        ByteBuffer.allocate(numbers.remaining() * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    while (numbers.hasRemaining()) {
      halves.putShort(half(numbers.get()));
    }
    return ByteString.copyFrom(halves.flip());
  }

  /** Without the digits that have no room, and 0 for what is too small; none here is too large. */
  private static short half(float value) {
    int bits = Float.floatToRawIntBits(value);
    int sign = (bits >>> 16) & 0x8000;
    int exponent = ((bits >>> 23) & 0xFF) - 127 + 15;
    int digits = (bits >>> 13) & 0x3FF;
    return (short) (exponent > 0 ? sign | (exponent << 10) | digits : sign);
  }
}
