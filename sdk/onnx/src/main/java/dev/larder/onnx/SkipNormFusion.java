package dev.larder.onnx;

import dev.larder.onnx.ProtoMessage.Field;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes one operation of a sum and the layer normalisation of it, as it stands behind every
 * attention and every feed-forward part: ONNX Runtime's {@code SkipLayerNormalization}, which is
 * several times as fast and which its own optimiser does not make of such graphs.
 *
 * <p>It looks at the names of operations and values, not at sizes: whether the new graph does the
 * same has to be tried.
 */
final class SkipNormFusion {

  // The numbers of fields in onnx.proto.
  private static final int MODEL_GRAPH = 7;
  private static final int MODEL_OPERATORS = 8;
  private static final int OPERATORS_DOMAIN = 1;
  private static final int GRAPH_NODE = 1;
  private static final int GRAPH_INITIALIZER = 5;
  private static final int GRAPH_OUTPUT = 12;
  private static final int INITIALIZER_NAME = 8;
  private static final int OUTPUT_NAME = 1;
  private static final int NODE_INPUT = 1;
  private static final int NODE_OUTPUT = 2;
  private static final int NODE_NAME = 3;
  private static final int NODE_OPERATOR = 4;
  private static final int NODE_ATTRIBUTE = 5;
  private static final int NODE_DOMAIN = 7;
  private static final int ATTRIBUTE_NAME = 1;
  private static final int ATTRIBUTE_INTEGER = 3;
  private static final int ATTRIBUTE_FLOAT_TAG = 2 << 3 | 5;
  private static final int ATTRIBUTE_TYPE_TAG = 20 << 3;

  private static final String DOMAIN = "com.microsoft";

  /** What ONNX says for a layer normalisation that does not say it. */
  private static final float EPSILON = 1e-5f;

  /** What they give may have fewer dimensions than what it is added to. */
  private static final Set<String> LOOK_UPS = Set.of("Gather", "Slice", "Expand", "Constant");

  private static final ProtoMessage NOTHING = new ProtoMessage(List.of());

  private final ProtoMessage graph;
  private final Map<String, ProtoMessage> producers = new HashMap<>();
  private final Map<String, Integer> uses = new HashMap<>();
  private final Set<String> constants;

  /** The sums that become part of a normalisation, by the output of that. */
  private final Map<String, ProtoMessage> sums = new HashMap<>();

  /** The outputs of these sums. */
  private final Set<String> fused = new HashSet<>();

  private SkipNormFusion(ProtoMessage graph) {
    this.graph = graph;
    for (ProtoMessage node : graph.messages(GRAPH_NODE)) {
      node.texts(NODE_OUTPUT).forEach(output -> producers.put(output, node));
      node.texts(NODE_INPUT).forEach(input -> uses.merge(input, 1, Integer::sum));
    }
    graph.messages(GRAPH_OUTPUT).forEach(out -> uses.merge(out.text(OUTPUT_NAME), 1, Integer::sum));
    constants =
        Set.copyOf(
            graph.messages(GRAPH_INITIALIZER).stream()
                .map(tensor -> tensor.text(INITIALIZER_NAME))
                .toList());
  }

  /**
   * Rewrites a model.
   *
   * @return nothing where there is nothing to be rewritten
   * @throws IllegalArgumentException if it cannot be parsed
   */
  static Optional<byte[]> apply(byte[] bytes) {
    ProtoMessage model = ProtoMessage.parse(bytes);
    boolean knowsOperation =
        model.messages(MODEL_OPERATORS).stream()
            .anyMatch(operators -> operators.text(OPERATORS_DOMAIN).equals(DOMAIN));
    List<ProtoMessage> graphs = model.messages(MODEL_GRAPH);
    if (!knowsOperation || graphs.size() != 1) {
      return Optional.empty();
    }
    SkipNormFusion fusion = new SkipNormFusion(graphs.get(0));
    ProtoMessage rewritten = fusion.rewritten();
    List<Field> fields = new ArrayList<>(model.fields());
    fields.replaceAll(
        field -> field.is(MODEL_GRAPH) ? Field.ofMessage(MODEL_GRAPH, rewritten) : field);
    return fusion.fused.isEmpty()
        ? Optional.empty()
        : Optional.of(new ProtoMessage(fields).bytes());
  }

  private ProtoMessage rewritten() {
    graph.messages(GRAPH_NODE).stream().filter(SkipNormFusion::isNorm).forEach(this::find);
    List<Field> fields = new ArrayList<>();
    for (Field field : graph.fields()) {
      ProtoMessage node = field.is(GRAPH_NODE) ? ProtoMessage.parse(field.value()) : NOTHING;
      ProtoMessage sum = sums.get(node.text(NODE_OUTPUT));
      if (sum != null) {
        fields.add(Field.ofMessage(GRAPH_NODE, together(sum, node)));
      } else if (!fused.contains(node.text(NODE_OUTPUT))) {
        fields.add(field);
      }
    }
    return new ProtoMessage(fields);
  }

  private void find(ProtoMessage norm) {
    ProtoMessage sum = producers.get(norm.texts(NODE_INPUT).get(0));
    if (sum != null && isSum(sum)) {
      sums.put(norm.text(NODE_OUTPUT), sum);
      fused.add(sum.text(NODE_OUTPUT));
    }
  }

  /** Over the last dimension, with scale and shift, of which nothing else is taken. */
  private static boolean isNorm(ProtoMessage node) {
    return node.text(NODE_OPERATOR).equals("LayerNormalization")
        && node.texts(NODE_INPUT).size() == 3
        && node.texts(NODE_OUTPUT).size() == 1
        && node.messages(NODE_ATTRIBUTE).stream()
            .filter(attribute -> attribute.text(ATTRIBUTE_NAME).equals("axis"))
            .flatMap(attribute -> attribute.fields().stream())
            .filter(field -> field.is(ATTRIBUTE_INTEGER))
            .allMatch(axis -> new ProtoReader(axis.value()).varint() == -1);
  }

  /** Of two values of the same shape, as far as that can be seen, that nobody else needs. */
  private boolean isSum(ProtoMessage node) {
    return node.text(NODE_OPERATOR).equals("Add")
        && uses.getOrDefault(node.text(NODE_OUTPUT), 0) == 1
        && node.texts(NODE_INPUT).stream().allMatch(this::isCalculated);
  }

  private boolean isCalculated(String value) {
    ProtoMessage producer = producers.get(value);
    return producer != null
        && !constants.contains(value)
        && !LOOK_UPS.contains(producer.text(NODE_OPERATOR));
  }

  private static ProtoMessage together(ProtoMessage sum, ProtoMessage norm) {
    List<Field> fields = new ArrayList<>();
    sum.texts(NODE_INPUT).forEach(input -> fields.add(Field.ofText(NODE_INPUT, input)));
    norm.texts(NODE_INPUT).stream()
        .skip(1)
        .forEach(input -> fields.add(Field.ofText(NODE_INPUT, input)));
    fields.add(Field.ofText(NODE_OUTPUT, norm.text(NODE_OUTPUT)));
    fields.add(Field.ofText(NODE_NAME, norm.text(NODE_NAME)));
    fields.add(Field.ofText(NODE_OPERATOR, "SkipLayerNormalization"));
    fields.add(Field.ofText(NODE_DOMAIN, DOMAIN));
    fields.add(Field.ofMessage(NODE_ATTRIBUTE, epsilon(norm)));
    return new ProtoMessage(fields);
  }

  private static ProtoMessage epsilon(ProtoMessage norm) {
    return norm.messages(NODE_ATTRIBUTE).stream()
        .filter(attribute -> attribute.text(ATTRIBUTE_NAME).equals("epsilon"))
        .findFirst()
        .orElseGet(
            () ->
                new ProtoMessage(
                    List.of(
                        Field.ofText(ATTRIBUTE_NAME, "epsilon"),
                        new Field(
                            ATTRIBUTE_FLOAT_TAG,
                            ByteBuffer.allocate(Float.BYTES)
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .putFloat(EPSILON)
                                .array()),
                        new Field(ATTRIBUTE_TYPE_TAG, new byte[] {1}))));
  }
}
