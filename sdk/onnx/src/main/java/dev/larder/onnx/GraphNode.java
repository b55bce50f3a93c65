package dev.larder.onnx;

import dev.larder.onnx.ProtoMessage.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An operation of a graph. Inputs that are left out have an empty name. Two of them are equal if
 * they are the same.
 */
final class GraphNode {

  /** The operations that ONNX Runtime adds to those of ONNX. */
  static final String DOMAIN = "com.microsoft";

  // The numbers of fields in onnx.proto.
  private static final int INPUT = 1;
  private static final int OUTPUT = 2;
  private static final int NAME = 3;
  private static final int OPERATOR = 4;
  private static final int ATTRIBUTE = 5;
  private static final int DOMAIN_NAME = 7;
  private static final int GRAPH_NODE = 1;

  private final ProtoMessage message;
  private final String operator;
  private final List<String> inputs;
  private final List<String> outputs;
  private final List<String> reads;

  GraphNode(ProtoMessage message) {
    this.message = message;
    this.operator = message.text(OPERATOR);
    this.inputs = message.texts(INPUT);
    this.outputs = message.texts(OUTPUT);
    this.reads =
        Stream.concat(
                inputs.stream(),
                attributes()
                    .flatMap(attribute -> attribute.graphs().stream())
                    .flatMap(graph -> graph.messages(GRAPH_NODE).stream())
                    .flatMap(node -> new GraphNode(node).reads().stream()))
            .filter(value -> !value.isEmpty())
            .toList();
  }

  /** An operation of ONNX, named like what it gives. */
  static GraphNode of(String operator, List<String> inputs, String output) {
    List<Field> fields = new ArrayList<>();
    inputs.forEach(input -> fields.add(Field.ofText(INPUT, input)));
    fields.add(Field.ofText(OUTPUT, output));
    fields.add(Field.ofText(NAME, output));
    fields.add(Field.ofText(OPERATOR, operator));
    return new GraphNode(new ProtoMessage(fields));
  }

  /** An operation that only ONNX Runtime has. */
  static GraphNode ofRuntime(String operator, List<String> inputs, String output) {
    return of(operator, inputs, output).with(Field.ofText(DOMAIN_NAME, DOMAIN));
  }

  GraphNode with(GraphAttribute attribute) {
    return with(Field.ofMessage(ATTRIBUTE, attribute.message()));
  }

  /** The same, with another name for the one value that it gives. */
  GraphNode giving(String output) {
    List<Field> fields = new ArrayList<>(message.fields());
    fields.replaceAll(field -> field.is(OUTPUT) ? Field.ofText(OUTPUT, output) : field);
    return new GraphNode(new ProtoMessage(fields));
  }

  private GraphNode with(Field field) {
    List<Field> fields = new ArrayList<>(message.fields());
    fields.add(field);
    return new GraphNode(new ProtoMessage(fields));
  }

  ProtoMessage message() {
    return message;
  }

  boolean is(String name) {
    return operator.equals(name);
  }

  String operator() {
    return operator;
  }

  List<String> inputs() {
    return inputs;
  }

  /** An input, or an empty name where the operation has fewer. */
  String input(int index) {
    return index < inputs.size() ? inputs.get(index) : "";
  }

  List<String> outputs() {
    return outputs;
  }

  String output() {
    return outputs.get(0);
  }

  /** What it takes, also in the graphs that it has within it. */
  List<String> reads() {
    return reads;
  }

  Optional<GraphAttribute> attribute(String name) {
    return attributes().filter(attribute -> attribute.name().equals(name)).findFirst();
  }

  /** The value of an attribute that is a whole number. */
  long integer(String name, long otherwise) {
    return attribute(name)
        .flatMap(attribute -> attribute.integers().stream().findFirst())
        .orElse(otherwise);
  }

  private Stream<GraphAttribute> attributes() {
    return message.messages(ATTRIBUTE).stream().map(GraphAttribute::new);
  }
}
