package dev.larder.onnx;

import dev.larder.onnx.ProtoMessage.Field;
import java.util.ArrayList;
import java.util.List;

/** A setting of an operation. */
record GraphAttribute(ProtoMessage message) {

  // The numbers of fields in onnx.proto.
  private static final int NAME = 1;
  private static final int FLOAT = 2;
  private static final int INTEGER = 3;
  private static final int TENSOR = 5;
  private static final int GRAPH = 6;
  private static final int INTEGERS = 8;
  private static final int TYPE = 20;

  // And of types.
  private static final int FLOAT_TYPE = 1;
  private static final int INTEGER_TYPE = 2;
  private static final int TENSOR_TYPE = 4;
  private static final int GRAPH_TYPE = 5;
  private static final int INTEGERS_TYPE = 7;

  static GraphAttribute of(String name, float value) {
    return of(name, Field.ofFloat(FLOAT, value), FLOAT_TYPE);
  }

  static GraphAttribute of(String name, long value) {
    return of(name, Field.ofInteger(INTEGER, value), INTEGER_TYPE);
  }

  static GraphAttribute of(String name, List<Long> values) {
    List<Field> fields = new ArrayList<>();
    fields.add(Field.ofText(NAME, name));
    values.forEach(value -> fields.add(Field.ofInteger(INTEGERS, value)));
    fields.add(Field.ofInteger(TYPE, INTEGERS_TYPE));
    return new GraphAttribute(new ProtoMessage(fields));
  }

  static GraphAttribute of(String name, GraphConstant value) {
    return of(name, Field.ofMessage(TENSOR, value.tensor()), TENSOR_TYPE);
  }

  /** A graph within an operation, which takes what it needs from around it. */
  static GraphAttribute of(String name, GraphNode only) {
    return of(name, Field.ofMessage(GRAPH, Graph.of(only)), GRAPH_TYPE);
  }

  private static GraphAttribute of(String name, Field value, int type) {
    return new GraphAttribute(
        new ProtoMessage(List.of(Field.ofText(NAME, name), value, Field.ofInteger(TYPE, type))));
  }

  String name() {
    return message.text(NAME);
  }

  /** Its value, of one or several whole numbers. */
  List<Long> integers() {
    List<Long> one = message.integers(INTEGER);
    return one.isEmpty() ? message.integers(INTEGERS) : one;
  }

  float number() {
    return message.floats(FLOAT).stream().reduce(0f, (before, last) -> last);
  }

  List<ProtoMessage> graphs() {
    return message.messages(GRAPH);
  }
}
