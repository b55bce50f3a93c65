package dev.larder.testkit.tiny;

import ai.onnx.proto.OnnxMl.ModelProto;
import dev.larder.testkit.gguf.GgufTensor;
import dev.larder.testkit.onnx.OnnxAttribute;
import dev.larder.testkit.onnx.OnnxGraph;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The ONNX form of a network: the inputs {@code input_ids}, {@code attention_mask} and {@code
 * token_type_ids}, int64 [batch, sequence]; the output {@code last_hidden_state}, float [batch,
 * sequence, dimensions].
 */
final class BertOnnx {

  /** Added to a variance before it is divided by, as in BERT. */
  static final float EPSILON = 1e-12f;

  /** Added to the score of a masked token, as in BERT. */
  private static final double MASKED = -10_000;

  private final BertShape shape;
  private final Map<String, GgufTensor> weights;
  private final Matrices matrices;
  private final OnnxGraph graph = new OnnxGraph("bert");

  private BertOnnx(BertShape shape, List<GgufTensor> weights, Matrices matrices) {
    this.shape = shape;
    this.matrices = matrices;
    this.weights =
        weights.stream().collect(Collectors.toMap(GgufTensor::name, Function.identity()));
  }

  static ModelProto of(BertShape shape, List<GgufTensor> weights, Matrices matrices) {
    BertOnnx onnx = new BertOnnx(shape, weights, matrices);
    List<String> axes = List.of("batch", "sequence");
    String ids = onnx.graph.input("input_ids", axes);
    String mask = onnx.graph.input("attention_mask", axes);
    String types = onnx.graph.input("token_type_ids", axes);
    onnx.constants();
    String hidden = onnx.embeddings(ids, types);
    String penalty = onnx.penalty(mask);
    for (int layer = 0; layer < shape.layers(); layer++) {
      hidden = onnx.layer("blk." + layer + ".", hidden, penalty);
    }
    onnx.graph.node("Identity", "last_hidden_state", hidden);
    onnx.graph.output("last_hidden_state", axes, shape.dimensions());
    return onnx.graph.build("larder");
  }

  private void constants() {
    graph.number("one", 1);
    graph.number("half", 0.5);
    graph.number("root of two", Math.sqrt(2));
    graph.number("masked", MASKED);
    graph.number("root of head", Math.sqrt(shape.headDimensions()));
    graph.integers("first", 0);
    graph.integers("second", 1);
    graph.integers("third", 2);
    graph.integers("head axes", 1, 2);
    // 0 keeps a dimension as it is.
    graph.integers("split heads", 0, 0, shape.heads(), shape.headDimensions());
    graph.integers("join heads", 0, 0, shape.dimensions());
  }

  private String embeddings(String ids, String types) {
    String words = matrices.rows(graph, "words", table("token_embd.weight"), ids);
    String segments = matrices.rows(graph, "segments", table("token_types.weight"), types);
    graph.node("Shape", "sizes", ids);
    graph.node("Slice", "length", "sizes", "second", "third");
    String positions =
        graph.node(
            "Slice", "positions", parameter("position_embd.weight"), "first", "length", "first");
    graph.node("Add", "typed words", words, segments);
    return norm("token_embd_norm", graph.node("Add", "placed words", "typed words", positions));
  }

  private String penalty(String mask) {
    graph.node("Unsqueeze", "wide mask", mask, "head axes");
    graph.node(OnnxAttribute.of("to", 1), "Cast", "kept", "wide mask");
    graph.node("Sub", "dropped", "one", "kept");
    return graph.node("Mul", "penalty", "dropped", "masked");
  }

  private String layer(String name, String hidden, String penalty) {
    String attended = attention(name, hidden, penalty);
    String middle =
        norm(
            name + "attn_output_norm", graph.node("Add", name + "attention sum", attended, hidden));
    String fed = feedForward(name, middle);
    return norm(name + "layer_output_norm", graph.node("Add", name + "layer sum", fed, middle));
  }

  private String attention(String name, String hidden, String penalty) {
    String query = heads(name + "attn_q", hidden, 0, 2, 1, 3);
    String key = heads(name + "attn_k", hidden, 0, 2, 3, 1);
    String value = heads(name + "attn_v", hidden, 0, 2, 1, 3);
    String product = graph.node("MatMul", name + "products", query, key);
    String score = graph.node("Div", name + "scores", product, "root of head");
    String masked = graph.node("Add", name + "masked scores", score, penalty);
    String share = graph.node(OnnxAttribute.of("axis", -1), "Softmax", name + "shares", masked);
    String mixed = graph.node("MatMul", name + "mixed", share, value);
    String turned = transpose(name + "turned", mixed, 0, 2, 1, 3);
    return linear(
        name + "attn_output", graph.node("Reshape", name + "joined", turned, "join heads"));
  }

  private String heads(String name, String hidden, long... order) {
    String split = graph.node("Reshape", name + " split", linear(name, hidden), "split heads");
    return transpose(name + " heads", split, order);
  }

  private String transpose(String name, String input, long... order) {
    return graph.node(OnnxAttribute.of("perm", order), "Transpose", name, input);
  }

  /** With GELU in its exact form. */
  private String feedForward(String name, String middle) {
    String inner = linear(name + "ffn_up", middle);
    graph.node("Div", name + "scaled", inner, "root of two");
    graph.node("Erf", name + "erf", name + "scaled");
    graph.node("Add", name + "raised", name + "erf", "one");
    graph.node("Mul", name + "gated", inner, name + "raised");
    return linear(name + "ffn_down", graph.node("Mul", name + "gelu", name + "gated", "half"));
  }

  private String linear(String name, String input) {
    GgufTensor weight = weight(name + ".weight");
    int outputs = weight.shape().get(0);
    int inputs = weight.shape().get(1);
    // MatMul takes the matrix the other way round than GGUF keeps it.
    Matrices.Constant matrix =
        new Matrices.Constant(
            name + ".weight", List.of(inputs, outputs), transposed(weight.values(), inputs));
    String product = matrices.product(graph, name + " product", input, matrix);
    return graph.node("Add", name, product, parameter(name + ".bias"));
  }

  private static float[] transposed(float[] rows, int columns) {
    int count = rows.length / columns;
    float[] turned = new float[rows.length];
    for (int row = 0; row < count; row++) {
      for (int column = 0; column < columns; column++) {
        turned[column * count + row] = rows[row * columns + column];
      }
    }
    return turned;
  }

  private String norm(String name, String input) {
    return graph.node(
        OnnxAttribute.of("epsilon", EPSILON),
        "LayerNormalization",
        name,
        input,
        parameter(name + ".weight"),
        parameter(name + ".bias"));
  }

  private Matrices.Constant table(String name) {
    GgufTensor weight = weight(name);
    return new Matrices.Constant(name, weight.shape(), weight.values());
  }

  private String parameter(String name) {
    GgufTensor weight = weight(name);
    return graph.floats(name, weight.shape(), weight.values());
  }

  private GgufTensor weight(String name) {
    GgufTensor weight = weights.get(name);
    if (weight == null) {
      throw new IllegalStateException("the network has no " + name);
    }
    return weight;
  }
}
