package dev.larder.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import dev.larder.testkit.onnx.OnnxAttribute;
import dev.larder.testkit.onnx.OnnxGraph;
import java.util.List;
import java.util.Random;

/** One attention as exports write it, of which a test says what is special. */
final class AttentionGraph {

  static final int WIDTH = 12;
  static final int TOKENS = 50;

  private static final int HEADS = 3;
  private static final long[] BY_HEADS = {0, 2, 1, 3};

  private final OnnxGraph graph = new OnnxGraph("attention");
  private final Random random = new Random(1);
  private long[] split = {0, 0, HEADS, WIDTH / HEADS};
  private long[] keyOrder = {0, 2, 3, 1};
  private long softmaxAxis = -1;
  private double scale = 0.5;
  private boolean scalesQueries;
  private boolean scalesKeys;
  private boolean masksByOrder;
  private boolean sharesAreUsedTwice;

  AttentionGraph split(long... shape) {
    split = shape;
    return this;
  }

  AttentionGraph keyOrder(long... order) {
    keyOrder = order;
    return this;
  }

  AttentionGraph softmaxAxis(long axis) {
    softmaxAxis = axis;
    return this;
  }

  AttentionGraph scale(double factor) {
    scale = factor;
    return this;
  }

  /**
   * As PyTorch's {@code scaled_dot_product_attention} is exported: queries and keys are scaled
   * first, by what is calculated of their sizes, as are the shapes of the mask and of the result.
   */
  AttentionGraph scaledDotProduct() {
    scalesKeys = true;
    return onlyQueriesScaled();
  }

  AttentionGraph onlyQueriesScaled() {
    scalesQueries = true;
    return this;
  }

  /** A token does not see those behind it, instead of padding. */
  AttentionGraph maskedByOrder() {
    masksByOrder = true;
    return this;
  }

  AttentionGraph sharesUsedTwice() {
    sharesAreUsedTwice = true;
    return this;
  }

  /** Ids and a mask in, {@code last_hidden_state} of {@link #WIDTH} numbers a token out. */
  ModelProto model() {
    List<String> axes = List.of("batch", "sequence");
    String ids = graph.input("input_ids", axes);
    String mask = graph.input("attention_mask", axes);
    graph.integers("split", split);
    graph.integers("join", 0, 0, WIDTH);
    String hidden = graph.node("Gather", "hidden", matrix("table", TOKENS), ids);
    String query = heads("query", hidden, BY_HEADS);
    String key = heads("key", hidden, keyOrder);
    String value = heads("value", hidden, BY_HEADS);
    String scores = scalesQueries ? scaledFirst(query, key) : scaledLast(query, key);
    graph.node("Add", "masked", scores, masksByOrder ? order(ids) : padding(mask));
    graph.node(OnnxAttribute.of("axis", softmaxAxis), "Softmax", "shares", "masked");
    graph.node("MatMul", "mixed", "shares", value);
    graph.node(OnnxAttribute.of("perm", BY_HEADS), "Transpose", "turned", "mixed");
    graph.node("Reshape", "last_hidden_state", "turned", scalesQueries ? sizes(ids) : "join");
    graph.output("last_hidden_state", axes, WIDTH);
    if (sharesAreUsedTwice) {
      graph.node("ReduceSum", "total", "shares");
      graph.output("total", List.of("a", "b", "c"), 1);
    }
    return inRuntimesDomain(graph.build("test"));
  }

  /** {@code FusedMatMul} is not one of ONNX's own. */
  private static ModelProto inRuntimesDomain(ModelProto model) {
    ModelProto.Builder builder = model.toBuilder();
    builder
        .getGraphBuilder()
        .getNodeBuilderList()
        .forEach(
            node -> {
              if (node.getOpType().equals("FusedMatMul")) {
                node.setDomain(GraphNode.DOMAIN);
              }
            });
    return builder
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain(GraphNode.DOMAIN).setVersion(1))
        .build();
  }

  private String heads(String name, String hidden, long[] order) {
    String whole = graph.node("MatMul", name + " whole", hidden, matrix(name + " matrix", WIDTH));
    graph.node("Reshape", name + " split", whole, "split");
    return graph.node(OnnxAttribute.of("perm", order), "Transpose", name, name + " split");
  }

  private String scaledLast(String query, String key) {
    return graph.node(
        OnnxAttribute.of("alpha", (float) scale), "FusedMatMul", "scores", query, key);
  }

  private String scaledFirst(String query, String key) {
    graph.integers("last", -1);
    graph.integers("behind last", Long.MAX_VALUE);
    graph.number("whole", 1);
    graph.node("Shape", "query sizes", query);
    graph.node("Slice", "numbers", "query sizes", "last", "behind last");
    graph.node(OnnxAttribute.of("to", 1), "Cast", "number of numbers", "numbers");
    graph.node("Sqrt", "root of numbers", "number of numbers");
    graph.node("Div", "factor", "whole", "root of numbers");
    graph.node("Sqrt", "root of factor", "factor");
    String scaledQuery = graph.node("Mul", "scaled query", query, "root of factor");
    return graph.node(
        "MatMul",
        "scores",
        scaledQuery,
        scalesKeys ? graph.node("Mul", "scaled key", key, "root of factor") : key);
  }

  /** To what the heads are joined, calculated of how many texts and tokens there are. */
  private String sizes(String ids) {
    graph.integers("to texts", 0);
    graph.integers("to tokens", 1);
    graph.integers("behind tokens", 2);
    graph.integers("width", WIDTH);
    graph.node("Shape", "ids' sizes", ids);
    graph.node("Slice", "texts", "ids' sizes", "to texts", "to tokens");
    graph.node("Slice", "tokens", "ids' sizes", "to tokens", "behind tokens");
    return graph.node(
        OnnxAttribute.of("axis", 0), "Concat", "joined sizes", "texts", "tokens", "width");
  }

  private String matrix(String name, int rows) {
    float[] values = new float[rows * WIDTH];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return graph.floats(name, List.of(rows, WIDTH), values);
  }

  private String padding(String mask) {
    graph.integers("head axes", 1, 2);
    graph.number("one", 1);
    graph.number("far", -1e9);
    graph.node("Unsqueeze", "wide mask", mask, "head axes");
    graph.node(OnnxAttribute.of("to", 1), "Cast", "kept", "wide mask");
    graph.node("Sub", "dropped", "one", "kept");
    if (!scalesQueries) {
      return graph.node("Mul", "penalty", "dropped", "far");
    }
    graph.node(OnnxAttribute.of("to", 9), "Cast", "is dropped", "dropped");
    return graph.node("Where", "penalty", "is dropped", "far", "dropped");
  }

  private String order(String ids) {
    float[] later = new float[TOKENS * TOKENS];
    for (int i = 0; i < later.length; i++) {
      later[i] = i % TOKENS > i / TOKENS ? -1e9f : 0;
    }
    graph.integers("first", 0, 0);
    graph.integers("second", 1);
    graph.integers("third", 2);
    graph.integers("both axes", 0, 1);
    graph.floats("later", List.of(TOKENS, TOKENS), later);
    graph.node("Shape", "sizes", ids);
    graph.node("Slice", "length", "sizes", "second", "third");
    graph.node(OnnxAttribute.of("axis", 0), "Concat", "square", "length", "length");
    return graph.node("Slice", "penalty", "later", "first", "square", "both axes");
  }
}
