package dev.larder.onnx;

import dev.larder.onnx.ProtoMessage.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Fusions that are applied one after the other to a model that ONNX Runtime has optimised. They
 * look at operations and how they are connected, hardly at sizes: whether the new graph does the
 * same has to be tried.
 */
record Rewriting(List<Fusion> fusions) {

  /** Of what is made, which is kept: to be raised with every change of a fusion or a trial. */
  static final int VERSION = 5;

  /** Of a quantised network the same network in floats. */
  static final Rewriting IN_FLOATS = new Rewriting(List.of(new FloatProducts()));

  static final Rewriting WITHOUT_ATTENTION =
      new Rewriting(List.of(new SkipNormFusion(), new IntegerProductFusion()));

  static final Rewriting WHOLE =
      new Rewriting(
          List.of(new SkipNormFusion(), new IntegerProductFusion(), new AttentionFusion()));

  /** Where several texts are run at once, if they are of the same length. */
  static final Rewriting BY_ROWS =
      new Rewriting(List.of(new IntegerProductFusion(), new MaskRemoval(), new RowQuantisation()));

  /** Where every text is run alone. */
  static final Rewriting WITHOUT_MASK = new Rewriting(List.of(new MaskRemoval()));

  // The numbers of fields in onnx.proto.
  private static final int GRAPH = 7;
  private static final int OPERATORS = 8;
  private static final int OPERATORS_DOMAIN = 1;

  Rewriting {
    fusions = List.copyOf(fusions);
  }

  /**
   * Rewrites a model.
   *
   * @return nothing where there is nothing to be rewritten
   * @throws IllegalArgumentException if it cannot be parsed
   */
  Optional<byte[]> of(byte[] bytes) {
    ProtoMessage model = ProtoMessage.parse(bytes);
    boolean knowsOperations =
        model.messages(OPERATORS).stream()
            .anyMatch(operators -> operators.text(OPERATORS_DOMAIN).equals(GraphNode.DOMAIN));
    List<ProtoMessage> graphs = model.messages(GRAPH);
    if (!knowsOperations || graphs.size() != 1) {
      return Optional.empty();
    }
    Graph graph = new Graph(graphs.get(0));
    byte[] before = graph.message().bytes();
    fusions.forEach(fusion -> fusion.apply(graph));
    Field after = Field.ofMessage(GRAPH, graph.message());
    List<Field> fields = new ArrayList<>(model.fields());
    fields.replaceAll(field -> field.is(GRAPH) ? after : field);
    return Arrays.equals(before, after.value())
        ? Optional.empty()
        : Optional.of(new ProtoMessage(fields).bytes());
  }
}
