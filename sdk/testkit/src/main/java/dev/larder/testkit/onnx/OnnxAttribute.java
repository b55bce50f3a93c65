package dev.larder.testkit.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.Arrays;

/** A setting of an operation. */
public final class OnnxAttribute {

  private final AttributeProto proto;

  private OnnxAttribute(AttributeProto.Builder proto) {
    this.proto = proto.build();
  }

  public static OnnxAttribute of(String name, long value) {
    return new OnnxAttribute(
        AttributeProto.newBuilder()
            .setName(name)
            .setType(AttributeProto.AttributeType.INT)
            .setI(value));
  }

  public static OnnxAttribute of(String name, float value) {
    return new OnnxAttribute(
        AttributeProto.newBuilder()
            .setName(name)
            .setType(AttributeProto.AttributeType.FLOAT)
            .setF(value));
  }

  public static OnnxAttribute of(String name, long[] values) {
    return new OnnxAttribute(
        AttributeProto.newBuilder()
            .setName(name)
            .setType(AttributeProto.AttributeType.INTS)
            .addAllInts(Arrays.stream(values).boxed().toList()));
  }

  AttributeProto proto() {
    return proto;
  }
}
