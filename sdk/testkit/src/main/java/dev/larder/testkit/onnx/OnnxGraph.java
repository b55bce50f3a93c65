package dev.larder.testkit.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import dev.larder.testkit.gguf.GgufType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A graph under construction. Every method that adds a value returns its name, which is what later
 * nodes take as input. Not for several threads.
 */
public final class OnnxGraph {

  /** The first operator set with LayerNormalization. */
  private static final int OPERATOR_SET = 17;

  /** The format version that came with {@link #OPERATOR_SET}. */
  private static final int IR_VERSION = 8;

  private final GraphProto.Builder graph;

  public OnnxGraph(String name) {
    graph = GraphProto.newBuilder().setName(name);
  }

  /** Adds an input of int64 numbers; each dimension has a name, and any size at run time. */
  public String input(String name, List<String> dimensions) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    dimensions.forEach(dimension -> shape.addDimBuilder().setDimParam(dimension));
    graph.addInput(value(name, TensorProto.DataType.INT64, shape));
    return name;
  }

  /** Makes a value an output of float numbers; the last dimension has a fixed size. */
  public void output(String name, List<String> dimensions, int last) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    dimensions.forEach(dimension -> shape.addDimBuilder().setDimParam(dimension));
    shape.addDimBuilder().setDimValue(last);
    graph.addOutput(value(name, TensorProto.DataType.FLOAT, shape));
  }

  private static ValueInfoProto value(
      String name, TensorProto.DataType type, TensorShapeProto.Builder shape) {
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape)))
        .build();
  }

  /** Adds constant float numbers. */
  public String floats(String name, List<Integer> shape, float[] values) {
    return constant(name, TensorProto.DataType.FLOAT, shape, GgufType.F32.encode(values));
  }

  /** Adds one constant float number. */
  public String number(String name, double value) {
    return floats(name, List.of(), new float[] {(float) value});
  }

  /** Adds constant int64 numbers in one dimension. */
  public String integers(String name, long... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(values);
    return constant(name, TensorProto.DataType.INT64, List.of(values.length), bytes.array());
  }

  /** Adds constant integers of 8 bits with a sign. */
  public String bytes(String name, List<Integer> shape, byte[] values) {
    return constant(name, TensorProto.DataType.INT8, shape, values);
  }

  private String constant(
      String name, TensorProto.DataType type, List<Integer> shape, byte[] bytes) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(type.getNumber())
            .setRawData(ByteString.copyFrom(bytes));
    shape.forEach(tensor::addDims);
    graph.addInitializer(tensor);
    return name;
  }

  /** Adds an operation of one result, which has the operation's name. */
  public String node(String operator, String name, String... inputs) {
    add(operator, name, inputs);
    return name;
  }

  /** Adds an operation of several results, which has the name of the first. */
  public void nodeOfSeveral(String operator, String[] results, String... inputs) {
    add(operator, results[0], inputs).addAllOutput(List.of(results).subList(1, results.length));
  }

  /** Adds an operation that has an attribute. */
  public String node(OnnxAttribute attribute, String operator, String name, String... inputs) {
    add(operator, name, inputs).addAttribute(attribute.proto());
    return name;
  }

  private NodeProto.Builder add(String operator, String name, String... inputs) {
    return graph
        .addNodeBuilder()
        .setOpType(operator)
        .setName(name)
        .addAllInput(List.of(inputs))
        .addOutput(name);
  }

  public ModelProto build(String producer) {
    return ModelProto.newBuilder()
        .setIrVersion(IR_VERSION)
        .setProducerName(producer)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATOR_SET))
        .setGraph(graph)
        .build();
  }
}
