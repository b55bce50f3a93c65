package dev.larder.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.TreeMap;

/** Rounds the matrices of a network to 4 bits, a scale for 32 weights, as exporters do. */
final class FourBits {

  private static final int BLOCK = 32;

  /** Stands for zero, of 0 to 15. */
  private static final int ZERO = 8;

  /** The number of unsigned integers of 4 bits among ONNX's types. */
  private static final int UINT4 = 21;

  /** The first operator set with blocks, and the format version that came with it. */
  private static final int OPERATOR_SET = 21;

  private static final int IR_VERSION = 10;

  private final GraphProto.Builder graph;
  private final Map<String, TensorProto> constants = new TreeMap<>();

  private FourBits(GraphProto graph) {
    this.graph = graph.toBuilder();
    graph.getInitializerList().forEach(constant -> constants.put(constant.getName(), constant));
  }

  /**
   * As products of the runtime's own.
   *
   * @param level how exact the inputs are to be at least: 1 in floats, 4 in 8 bits
   */
  static ModelProto products(ModelProto model, long level) {
    FourBits bits = new FourBits(model.getGraph());
    bits.replaceProducts((matrix, node) -> bits.product(matrix, node, level));
    return bits.build(model).addOpsetImport(operators("com.microsoft", 1)).build();
  }

  /** As ONNX has it: weights that become floats before they are multiplied by. */
  static ModelProto dequantised(ModelProto model) {
    FourBits bits = new FourBits(model.getGraph());
    bits.replaceProducts(bits::dequantised);
    return bits.build(model).build();
  }

  private ModelProto.Builder build(ModelProto model) {
    graph.clearInitializer();
    graph.addAllInitializer(constants.values());
    return model.toBuilder()
        .setIrVersion(IR_VERSION)
        .clearOpsetImport()
        .addOpsetImport(operators("", OPERATOR_SET))
        .setGraph(graph);
  }

  private static OperatorSetIdProto operators(String domain, long version) {
    return OperatorSetIdProto.newBuilder().setDomain(domain).setVersion(version).build();
  }

  /** What takes the place of a product. */
  private interface Replacement {
    void add(Rounded matrix, NodeProto product);
  }

  private void replaceProducts(Replacement replacement) {
    GraphProto before = graph.build();
    graph.clearNode();
    for (NodeProto node : before.getNodeList()) {
      String name = node.getInputCount() == 2 ? node.getInput(1) : "";
      if (node.getOpType().equals("MatMul") && constants.containsKey(name)) {
        replacement.add(new Rounded(constants.remove(name)), node);
      } else {
        graph.addNode(node);
      }
    }
  }

  private void product(Rounded matrix, NodeProto node, long level) {
    constant(matrix.name, TensorProto.DataType.UINT8.getNumber(), matrix.byOutputs())
        .addDims(matrix.outputs)
        .addDims(matrix.blocks())
        .addDims(BLOCK / 2);
    keep();
    constant(matrix.name + " scales", TensorProto.DataType.FLOAT.getNumber(), matrix.scales(true))
        .addDims((long) matrix.outputs * matrix.blocks());
    keep();
    graph.addNode(
        node.toBuilder()
            .setOpType("MatMulNBits")
            .setDomain("com.microsoft")
            .addInput(matrix.name + " scales")
            .addAttribute(attribute("K", matrix.inputs))
            .addAttribute(attribute("N", matrix.outputs))
            .addAttribute(attribute("bits", 4))
            .addAttribute(attribute("block_size", BLOCK))
            .addAttribute(attribute("accuracy_level", level)));
  }

  private void dequantised(Rounded matrix, NodeProto node) {
    constant(matrix.name, UINT4, matrix.byInputs()).addDims(matrix.inputs).addDims(matrix.outputs);
    keep();
    constant(matrix.name + " scales", TensorProto.DataType.FLOAT.getNumber(), matrix.scales(false))
        .addDims(matrix.blocks())
        .addDims(matrix.outputs);
    keep();
    byte[] zeros = new byte[matrix.blocks() * matrix.outputs / 2];
    java.util.Arrays.fill(zeros, (byte) (ZERO << 4 | ZERO));
    constant(matrix.name + " zeros", UINT4, zeros).addDims(matrix.blocks()).addDims(matrix.outputs);
    keep();
    String floats = matrix.name + " floats";
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType("DequantizeLinear")
            .setName(floats)
            .addInput(matrix.name)
            .addInput(matrix.name + " scales")
            .addInput(matrix.name + " zeros")
            .addOutput(floats)
            .addAttribute(attribute("axis", 0))
            .addAttribute(attribute("block_size", BLOCK)));
    graph.addNode(node.toBuilder().setInput(1, floats));
  }

  private TensorProto.Builder open = TensorProto.newBuilder();

  private TensorProto.Builder constant(String name, int type, byte[] bytes) {
    open =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(type)
            .setRawData(ByteString.copyFrom(bytes));
    return open;
  }

  private void keep() {
    constants.put(open.getName(), open.build());
  }

  private static AttributeProto attribute(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  /** A matrix with a row an input, in levels. */
  private static final class Rounded {

    private final String name;
    private final int inputs;
    private final int outputs;
    private final int[] levels;
    private final float[] scales;

    Rounded(TensorProto matrix) {
      name = matrix.getName();
      inputs = (int) matrix.getDims(0);
      outputs = (int) matrix.getDims(1);
      levels = new int[inputs * outputs];
      scales = new float[blocks() * outputs];
      FloatBuffer values =
          matrix.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
      for (int block = 0; block < blocks(); block++) {
        for (int output = 0; output < outputs; output++) {
          float most = 0;
          for (int i = block * BLOCK; i < (block + 1) * BLOCK; i++) {
            most = Math.max(most, Math.abs(values.get(i * outputs + output)));
          }
          float scale = most == 0 ? 1 : most / (ZERO - 1);
          scales[block * outputs + output] = scale;
          for (int i = block * BLOCK; i < (block + 1) * BLOCK; i++) {
            levels[i * outputs + output] =
                Math.round(values.get(i * outputs + output) / scale) + ZERO;
          }
        }
      }
    }

    int blocks() {
      return inputs / BLOCK;
    }

    byte[] byInputs() {
      byte[] packed = new byte[levels.length / 2];
      for (int i = 0; i < packed.length; i++) {
        packed[i] = (byte) (levels[2 * i + 1] << 4 | levels[2 * i]);
      }
      return packed;
    }

    byte[] byOutputs() {
      byte[] packed = new byte[levels.length / 2];
      for (int output = 0; output < outputs; output++) {
        for (int i = 0; i < inputs; i += 2) {
          packed[(output * inputs + i) / 2] =
              (byte) (levels[(i + 1) * outputs + output] << 4 | levels[i * outputs + output]);
        }
      }
      return packed;
    }

    byte[] scales(boolean byOutputs) {
      ByteBuffer bytes =
          ByteBuffer.allocate(scales.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      for (int i = 0; i < scales.length; i++) {
        int output = i / blocks();
        int block = i % blocks();
        bytes.putFloat(byOutputs ? scales[block * outputs + output] : scales[i]);
      }
      return bytes.array();
    }
  }
}
