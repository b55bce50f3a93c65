package dev.larder.onnx;

import dev.larder.onnx.ProtoMessage.Field;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a network calculates of what: operations in an order in which they can be done, and the
 * values that go from one to the other, by name. Operations can be replaced; those whose results
 * nobody needs any more are left out. Not for several threads.
 */
final class Graph {

  // The numbers of fields in onnx.proto.
  private static final int NODE = 1;
  private static final int NAME = 2;
  private static final int INITIALIZER = 5;
  private static final int INPUT = 11;
  private static final int OUTPUT = 12;
  private static final int VALUE_NAME = 1;
  private static final int TENSOR_NAME = 8;

  private final ProtoMessage message;
  private final Map<String, GraphConstant> constants = new HashMap<>();
  private final Map<String, GraphNode> producers = new HashMap<>();
  private final Map<String, Integer> uses = new HashMap<>();
  private final Set<String> results = new HashSet<>();
  private List<GraphNode> nodes;

  Graph(ProtoMessage message) {
    this.message = message;
    for (ProtoMessage tensor : message.messages(INITIALIZER)) {
      constants.put(tensor.text(TENSOR_NAME), new GraphConstant(tensor));
    }
    nodes = message.messages(NODE).stream().map(GraphNode::new).toList();
    // What nobody reads is a result as well, whatever it may be for.
    nodes.forEach(node -> results.addAll(node.outputs()));
    nodes.forEach(node -> node.reads().forEach(results::remove));
    message.messages(OUTPUT).forEach(output -> results.add(output.text(VALUE_NAME)));
    index();
  }

  /** A graph of one operation, whose result it gives. */
  static ProtoMessage of(GraphNode only) {
    ProtoMessage output = new ProtoMessage(List.of(Field.ofText(VALUE_NAME, only.output())));
    return new ProtoMessage(
        List.of(
            Field.ofMessage(NODE, only.message()),
            Field.ofText(NAME, only.output()),
            Field.ofMessage(OUTPUT, output)));
  }

  /** The operation of a graph that has no other. */
  static Optional<GraphNode> only(ProtoMessage graph) {
    List<ProtoMessage> nodes = graph.messages(NODE);
    return nodes.size() == 1 ? Optional.of(new GraphNode(nodes.get(0))) : Optional.empty();
  }

  /** The operations of this kind, as they are now. */
  List<GraphNode> nodes(String operator) {
    return nodes.stream().filter(node -> node.is(operator)).toList();
  }

  /** Whether a value is fed. */
  boolean isInput(String value) {
    return message.messages(INPUT).stream().anyMatch(input -> value.equals(input.text(VALUE_NAME)));
  }

  /** Nothing for what is not constant. */
  Optional<GraphConstant> constant(String value) {
    return Optional.ofNullable(constants.get(value));
  }

  /** The operation that gives a value, if one does. */
  Optional<GraphNode> producer(String value) {
    return Optional.ofNullable(producers.get(value));
  }

  /** The operation that gives a value, if it is of this kind and the value is used only once. */
  Optional<GraphNode> sole(String value, String operator) {
    return producer(value).filter(node -> node.is(operator) && uses.getOrDefault(value, 0) == 1);
  }

  /** Puts operations in the place of another, whose first result the last of them gives. */
  void replace(GraphNode node, GraphNode... replacements) {
    nodes =
        nodes.stream()
            .flatMap(other -> other.equals(node) ? Stream.of(replacements) : Stream.of(other))
            .toList();
    index();
  }

  /** Adds operations of what is fed, before all others, unless they are there. */
  void addFirst(List<GraphNode> added) {
    if (added.stream().noneMatch(node -> producers.containsKey(node.output()))) {
      nodes = Stream.concat(added.stream(), nodes.stream()).toList();
    }
  }

  /** The graph as it is now. */
  ProtoMessage message() {
    List<Field> fields = new ArrayList<>();
    nodes.forEach(node -> fields.add(Field.ofMessage(NODE, node.message())));
    message.fields().stream().filter(field -> !field.is(NODE)).forEach(fields::add);
    return new ProtoMessage(fields);
  }

  /** From the end to the beginning, so that it is known of every result whether it is needed. */
  private void index() {
    producers.clear();
    uses.clear();
    results.forEach(this::use);
    Deque<GraphNode> needed = new ArrayDeque<>();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      GraphNode node = nodes.get(i);
      if (node.outputs().stream().anyMatch(uses::containsKey)) {
        needed.addFirst(node);
        node.reads().forEach(this::use);
        node.outputs().forEach(output -> producers.put(output, node));
      }
    }
    nodes = List.copyOf(needed);
  }

  private void use(String value) {
    uses.merge(value, 1, Integer::sum);
  }
}
